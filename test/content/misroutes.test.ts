/** Words that an earlier version took for something else, knew nothing of, or answered with topics that have nothing to do with them. */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line, locales } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

/** The finder learns anew from every example, so a word or two may be offered with a choice at times. */
const MOST_MISSED = 2

/** `locale<TAB>message<TAB>topic`, or `rule:name`, `reply:name`, `command:name`; or several with `|`. */
const messages = readTsv('content/misroutes').map(([locale = '', message = '', right = '']) => ({
  locale,
  message,
  right: right.split('|'),
}))

test.each(locales)('words once misunderstood in %s are answered at once', (locale) => {
  const missed = messages
    .filter((each) => each.locale === locale)
    .map(({ message, right }) => ({ message, right, answer: answerTo(message, locale) }))
    .filter(({ right, answer }) => !right.includes(answer))
  expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(MOST_MISSED)
})

describe('no such word', () => {
  test.each(messages)('stops the texts: $message', ({ message, locale }) => {
    expect(find(line.finder, message, locale).found.kind).not.toBe('stop')
  })
})

function answerTo(message: string, locale: string): string {
  const { heard, found } = find(line.finder, message, locale)
  if (heard) return `rule:${heard.rule ?? heard.alarm}`
  if (found.kind === 'node') return found.to
  return 'to' in found ? `${found.kind}:${found.to}` : found.kind
}
