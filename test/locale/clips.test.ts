/** What is recorded of a text, and under which name. */
import { describe, expect, test } from 'vitest'
import { clipPieces, clipsOf, markValue } from '../../src/locale/clips.ts'

const shown = (text: string) => clipPieces(text).map((piece) => (piece.kind === 'clip' ? piece.words : '…'))
const nameOf = (text: string) => clipsOf(text)[0]?.name

describe('a text', () => {
  test.each<[string, string, readonly string[]]>([
    ['without values is one piece', 'Pou tounen, | peze etwal.', ['Pou tounen, peze etwal']],
    ['is parted at its placeholders', '{{label, capital}}, | peze {{key}}.', ['peze']],
    ['is parted at its values', `${markValue('Zo')}, | peze ${markValue('1')}.`, ['Zo', '…', 'peze', '1']],
    ['has no piece of marks alone', '{{label, capital}}: | {{key}}.', []],
    [
      'breathes where a sentence ends in it',
      `Rele ${markValue('9 1 1')}. Ankò`,
      ['Rele', '9', '1', '1', '…', 'Ankò'],
    ],
    [
      'has its values taken apart too',
      markValue(`${markValue('Liy')}: ${markValue('èd')}`),
      ['Liy', '…', 'èd'],
    ],
    ['has a number as its digits, in groups', markValue('8 0 0 | 5 5'), ['8', '0', '0', '…', '5', '5']],
    ['keeps a digit among its words', 'Peze 0 kounye a.', ['Peze 0 kounye a']],
    [
      'keeps its question mark',
      'Ou bezwen plis tan? | Si wi, peze {{key}}.',
      ['Ou bezwen plis tan? Si wi, peze'],
    ],
    ['of another script loses its marks too', '请按 {{key}}。', ['请按']],
    ['without words has none', ' | . ', []],
  ])('%s', (_name, text, pieces) => {
    expect(shown(text)).toEqual(pieces)
  })
})

describe('the name of a clip', () => {
  test.each([
    ['capitals', 'Zo yo', 'zo yo'],
    ['a full stop', 'zo yo.', 'zo yo'],
    ['breaths', 'Pou tounen, | peze etwal', 'Pou tounen, peze etwal'],
    ['accents in two characters', 'dy\u0065\u0300z', 'dy\u00e8z'],
  ])('is the same with and without %s', (_name, one, other) => {
    expect(nameOf(one)).toMatch(/^[0-9a-f]{12}$/)
    expect(nameOf(one)).toBe(nameOf(other))
  })

  test.each([
    ['a word', 'zo yo', 'zo'],
    ['an accent', 'dyez', 'dyèz'],
    ['a question', 'wi?', 'wi'],
  ])('is another with %s', (_name, one, other) => {
    expect(nameOf(one)).not.toBe(nameOf(other))
  })
})
