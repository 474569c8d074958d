/** Patterns of alarms are found in messages, forgivingly. */
import { expect, test } from 'vitest'
import { blankOut, matchPatterns, matchWhole } from '../../src/finder/match-patterns.ts'
import { indexPatterns } from '../../src/finder/pattern-index.ts'
import { parsePattern } from '../../src/finder/patterns.ts'
import { openSpelling } from '../../src/finder/spelling.ts'
import { normalise, tokenize } from '../../src/finder/tokens.ts'

const spelling = openSpelling({ folding: {}, sounds: {} })
const read = (words: string) => normalise(words, spelling)
const tokens = (words: string) => tokenize(words, spelling)
const parsed = (...authored: readonly string[]) => authored.map((each) => parsePattern(each, read))
const patterns = indexPatterns(
  [
    ['crisis', parsed('{want|wants} to die', '不想活', '结束 生命', '家里 {没有|不想} 力气')],
    ['emergency', parsed('breathe', '{cannot|can not} swallow', '腿没有力', '息ができない', 'หายใจไม่ออก')],
  ],
  spelling,
)

test.each([
  ['she wants to just die', ['crisis']],
  ['she wants to just not die', []],
  ['she can now not swallow', ['emergency']],
  ['she cannot swalow', ['emergency']],
  ['cannto swallow or breath', ['emergency']],
  ['breathe', ['emergency']],
  ['wants', []],
  ['', []],
  // Between letters that are written together one other may stand, where a space is written three.
  ['医生，我真的不想活了', ['crisis']],
  ['我不想再活下去', ['crisis']],
  ['我不想继续活下去', []],
  ['想结束自己的生命', ['crisis']],
  ['想结束谈论我的生命', []],
  ['背痛而且腿没有力', ['emergency']],
  ['夜、息ができないです', ['emergency']],
  ['ตอนกลางคืนหายใจไม่ออกเลย', ['emergency']],
])('"%s" has the patterns %j', (text, meanings) => {
  expect(matchPatterns(patterns, tokens(text))).toEqual(meanings)
})

test.each([
  ['can not swallow', 'emergency'],
  ['kan not swallow', undefined],
  ['can not swallow now', undefined],
])('"%s" as a whole message, to the letter, is %s', (text, meaning) => {
  expect(matchWhole(patterns, tokens(text))).toBe(meaning)
})

test('a pattern is blanked out where its words stand next to one another', () => {
  const left = blankOut(patterns, tokens('i want to die and want to not die'))
  expect(left.map(({ text }) => text).join(' ')).toBe('i    and want to not die')
})
