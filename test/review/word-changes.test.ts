/** What has changed between two wordings. */
import { expect, test } from 'vitest'
import { wordChanges } from '../../src/review/word-changes.ts'

/** [-gone-]{+new+} */
function marked(before: string, after: string, locale = 'en'): string {
  const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const
  return wordChanges(before, after, locale)
    .map(({ kind, words }) => marks[kind][0] + words + marks[kind][1])
    .join('')
}

test.each([
  ['Call us now.', 'Call us now.', 'Call us now.'],
  ['Call us now.', 'Call now.', 'Call [-us -]now.'],
  ['Call us now.', 'Call us today or now.', 'Call us {+today or +}now.'],
  ['Call the cancer team now.', 'Call your nurse now.', 'Call [-the cancer team -]{+your nurse +}now.'],
  ['', 'Now.', '{+Now.+}'],
  ['Now.', '', '[-Now.-]'],
])('from "%s" to "%s"', (before, after, told) => {
  expect(marked(before, after)).toBe(told)
})

test('words of a language without spaces are told apart', () => {
  expect(marked('请马上打电话。', '请明天打电话。', 'zh')).toBe('请[-马上-]{+明天+}打电话。')
})
