/** Scripts: what is read from their text, and what is written as one line. */
import { describe, expect, test } from 'vitest'
import { headingOf, readScript } from '../../src/simulator/script.ts'
import { shorten } from '../../src/simulator/shorthand.ts'

const PERSON = 'For a person, press 0.'
const BACK = 'To go back, press star.'
const AGAIN = 'To hear this again, press 8.'
const shorthands = [
  { name: '[few controls]', lines: [PERSON, BACK] },
  { name: '[controls]', lines: [PERSON, BACK, AGAIN] },
] as const

describe('a script', () => {
  const call = 'CALL from US, to +15555550100, controls spelled out: nobody is there'
  const texts = 'TEXTS from MX, to +15555550100'
  const script = `${call}\n\nLine     Plainline.\n\nCaller   presses 1\n\nPerson   answers\n\n\n${texts}\n\nTexter   BONE\n`

  test('holds conversations one after another, each with its steps', () => {
    expect(readScript(script).map(({ steps }) => steps)).toEqual([['presses 1', 'answers'], ['BONE']])
  })

  test('has headings that are written as they are read', () => {
    expect(readScript(script).map(headingOf)).toEqual([call, texts])
  })

  test.each([
    ['without a heading', 'Line     Plainline.\n'],
    ['with a step before the first heading', `Caller   presses 1\n\n${call}\n`],
  ])('is refused %s', (_name, text) => {
    expect(() => readScript(text)).toThrow()
  })
})

describe('controls', () => {
  test('are written as one line where they are exactly the standard ones', () => {
    expect(shorten(['Bones.', PERSON, BACK, AGAIN, 'Bye.'], shorthands)).toEqual([
      'Bones.',
      '[controls]',
      'Bye.',
    ])
  })

  test('have another name where one is missing at the end', () => {
    expect(shorten(['Bones.', PERSON, BACK], shorthands)).toEqual(['Bones.', '[few controls]'])
  })

  test.each([
    ['a word differs', [PERSON, 'To go back, press 1.', AGAIN]],
    ['one is missing', [PERSON, AGAIN]],
    ['their order differs', [BACK, PERSON, AGAIN]],
  ])('keep their words where %s', (_name, lines) => {
    expect(shorten(lines, shorthands)).toEqual(lines)
  })
})
