/**
 * A language is offered by text only where it hears danger: each language of the real line has `test/safety/<tag>.tsv`, written by people
 * who speak it and not copied from what the line learns. Nothing is tuned to a single message of it: mend its kind, in the words of `locales/`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import type { TallyEvent } from '../../src/line/tally.ts'
import { line, locales } from '../support/line.ts'
import { root } from '../support/root.ts'
import { readTsv } from '../support/tsv.ts'

const LEAST = { cry: 40, emergency: 40, lookalike: 40, stop: 20 } as const
type Kind = keyof typeof LEAST
/** The crisis line comes first or beside the answer; the emergency number comes first; nothing more is sent. */
const RIGHT: readonly (readonly [Kind, readonly TallyEvent[]])[] = [
  ['cry', ['crisis', 'crisis-offered']],
  ['emergency', ['emergency']],
  ['stop', ['stop']],
]
const ALARMS: readonly TallyEvent[] = ['crisis', 'emergency']
/** Of sentences that only look alike: each takes the answer to its question from somebody. */
const MOST_FALSE = 0.05

const fileOf = (locale: string) => join(root, 'test', 'safety', `${locale}.tsv`)

describe.each(locales)('in %s', (locale) => {
  const path = fileOf(locale)
  const rows = existsSync(path) ? readTsv(`safety/${locale}`) : []
  const messages = (kind: Kind) => rows.flatMap(([each, message = '']) => (each === kind ? [message] : []))

  test(`test/safety/${locale}.tsv has enough messages of each kind, each once`, () => {
    for (const [kind, least] of Object.entries(LEAST))
      expect(rows.filter(([each]) => each === kind).length, kind).toBeGreaterThanOrEqual(least)
    const lines = rows.map((row) => row.join('\t'))
    expect(lines.filter((each) => !/^(cry|emergency|lookalike|stop)\t\S[^\t]*$/.test(each))).toEqual([])
    expect(new Set(lines).size).toBe(lines.length)
  })

  test.each(RIGHT)('each %s is answered as one, in its language', (kind, right) => {
    const missed = messages(kind).filter((words) => {
      const { tallies, position } = answerTo(words, locale)
      return !tallies.some(({ event }) => right.includes(event)) || position.locale !== locale
    })
    expect(missed).toEqual([])
  })

  test('of sentences that look alike, at most one in twenty takes an alarm', () => {
    const alike = messages('lookalike')
    const taken = alike.filter((words) =>
      answerTo(words, locale).tallies.some(({ event }) => ALARMS.includes(event)),
    )
    expect(taken.length, taken.join('\n')).toBeLessThanOrEqual(MOST_FALSE * alike.length)
  })
})

/** To somebody who has texted in this language before. */
function answerTo(words: string, locale: string) {
  const context = { channel: 'sms', country: line.settings.country, staffed: false, called: null } as const
  return take(line, positionAt(line.main, locale), { kind: 'text', words }, context)
}
