/** A word that is the whole message tells of danger only where an example is that word alone. */
import { expect, test } from 'vitest'
import { buildLoneSigns, isUnknownAlone } from '../../src/finder/lone-word.ts'
import { PLAIN_SPELLING } from '../../src/finder/spelling.ts'
import { tokenize } from '../../src/finder/tokens.ts'

const signs = new Set(
  buildLoneSigns(
    [
      { label: 'rule:seizure', text: 'convulsing' },
      { label: 'crisis', text: 'by the window' },
      { label: 'brain,rule:stroke', text: 'stroke' },
      { label: 'stop', text: 'unsub' },
      { label: 'stopping.now', text: 'samaritans' },
      { label: 'bone', text: 'hip' },
      { label: 'rule:stroke', text: '中 风' },
    ],
    PLAIN_SPELLING,
  ),
)

test.each([
  ['convulsing', false],
  ['Stroke!', false],
  ['unsub', false],
  ['中风', false],
  ['window', true],
  ['samaritans', true],
  ['hip', true],
  ['咖啡', true],
  ['by the window', false],
  ['我不想活了吗', false],
  ['', false],
])('"%s" alone is unknown: %s', (words, isUnknown) => {
  expect(isUnknownAlone(signs, tokenize(words, PLAIN_SPELLING))).toBe(isUnknown)
})
