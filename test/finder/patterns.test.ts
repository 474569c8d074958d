/** Patterns of alarms are found in messages, forgivingly. */
import { expect, test } from 'vitest'
import { blankOut, matchPatterns, matchWhole } from '../../src/finder/match-patterns.ts'
import { indexPatterns } from '../../src/finder/pattern-index.ts'
import { parsePattern } from '../../src/finder/patterns.ts'
import { tokenize } from '../../src/finder/tokens.ts'

const patterns = indexPatterns([
  ['crisis', [parsePattern('{want|wants} to die')]],
  ['emergency', ['breathe', '{cannot|can not} swallow'].map(parsePattern)],
])

test.each([
  ['she wants to just die', ['crisis']],
  ['she wants to just not die', []],
  ['she can now not swallow', ['emergency']],
  ['she cannot swalow', ['emergency']],
  ['cannto swallow or breath', ['emergency']],
  ['breathe', ['emergency']],
  ['wants', []],
  ['', []],
])('"%s" has the patterns %j', (text, meanings) => {
  expect(matchPatterns(patterns, tokenize(text))).toEqual(meanings)
})

test.each([
  ['can not swallow', 'emergency'],
  ['kan not swallow', undefined],
  ['can not swallow now', undefined],
])('"%s" as a whole message, to the letter, is %s', (text, meaning) => {
  expect(matchWhole(patterns, tokenize(text))).toBe(meaning)
})

test('a pattern is blanked out where its words stand next to one another', () => {
  const left = blankOut(patterns, tokenize('i want to die and want to not die'))
  expect(left.map(({ text }) => text).join(' ')).toBe('i    and want to not die')
})
