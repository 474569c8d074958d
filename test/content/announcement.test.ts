/** The longest announcement that the operator may write, before every first text of the real line. */
import { expect, test } from 'vitest'
import { AS_USUAL } from '../../src/flow/today.ts'
import { textsOf } from '../../src/line/line.ts'
import { mainPlace } from '../../src/line/prepare.ts'
import { take } from '../../src/line/take.ts'
import { withToday } from '../../src/line/today.ts'
import { writeText } from '../../src/sms/render.ts'
import { countSegments, MOST_SEGMENTS, withinSegments } from '../../src/sms/segments.ts'
import { checkWords } from '../../src/today/check-words.ts'
import { line } from '../support/line.ts'

const NOW = new Date('2026-12-03T15:00:00Z')
const texts = textsOf(line)
/** With the accent of Spanish that takes most room. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The office is closed today, and nobody can call you back before Monday morning. ',
  es: 'La oficina está cerrada hoy, y nadie podrá llamarle antes del lunes por la mañana. ',
}

test.each(Object.entries(SENTENCES))('in %s takes one segment more than without it', (locale, sentence) => {
  const words = longest(locale, sentence.repeat(3))
  expect(words.length).toBeGreaterThan(100)
  const announced = { ...AS_USUAL, announcement: { until: '2026-12-04', words: { [locale]: words } } }
  const told = withToday({ ...line, settings: { ...line.settings, locales: [locale] } }, announced, NOW)
  const { context } = mainPlace(told, 'sms', locale, line.settings.country)
  for (const asked of [...line.finder.numbers.keys(), 'qqqq']) {
    const text = withinSegments(writeText(texts, take(told, null, { kind: 'text', words: asked }, context)))
    expect(countSegments(text), text).toBeLessThanOrEqual(MOST_SEGMENTS + 1)
  }
})

/** The words as far as they may go. */
function longest(locale: string, words: string): string {
  const length =
    words.length -
    [...words].findIndex(
      (_, cut) => !checkWords(line, texts, locale, words.slice(0, words.length - cut).trim()),
    )
  return words.slice(0, length).trim()
}
