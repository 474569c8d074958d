/** Messages about danger that an earlier version did not hear (in a review, 40 English and 34 Spanish) get the rule for their sign. */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line, locales } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

/** Known misses, and room for one that new examples may bring. */
const MOST_MISSED: Readonly<Record<string, number>> = { en: 5, es: 5 }

/** `locale<TAB>message<TAB>rule:name`, or a topic where a rule would say too much, or both with `|`; then a note. */
const messages = readTsv('content/danger-messages').map(([locale = '', message = '', right = '']) => ({
  locale,
  message,
  right: right.split('|'),
}))

test('all of them are listed, and each rule exists', () => {
  expect(messages.length).toBe(74)
  for (const { locale, right } of messages)
    for (const each of right) {
      const [kind = '', rule] = each.split(':')
      const resources = line.locales[locale]?.resources
      expect(rule === undefined ? resources?.nodes[kind] : resources?.rules[rule], each).toBeDefined()
    }
})

describe.each(locales)('in %s', (locale) => {
  test('each is answered by its rule, but for the known misses', () => {
    const missed = messages
      .filter((each) => each.locale === locale)
      .map(({ message, right }) => ({ message, right, answer: answerTo(message, locale) }))
      .filter(({ right, answer }) => !right.includes(answer))
    expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(MOST_MISSED[locale] ?? 0)
  })
})

/** `rule:cord`, or the topic that is told at once. */
function answerTo(message: string, locale: string): string {
  const { heard, found } = find(line.finder, message, locale)
  if (heard) return `rule:${heard.rule ?? heard.alarm}`
  return found.kind === 'node' ? found.to : found.kind
}
