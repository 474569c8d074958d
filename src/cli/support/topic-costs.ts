/**
 * What a topic costs, computed from its real turns: segments, seconds until its first sentence, and money.
 *
 * @example
 * topicCosts(line, prices) // [{ locale: 'en', node: 'bone', segments: [2, 2, 2], waits: [19, 5], call: 0.05, text: 0.03 }]
 */
import type { Prices } from '../../flow/prices.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { partsAt } from '../../line/nodes/index.ts'
import { atPart, positionAt } from '../../line/position.ts'
import { mainPlace } from '../../line/prepare.ts'
import { take } from '../../line/take.ts'
import { partTexts, topicsOf } from '../../lint/measure.ts'
import { writeText } from '../../sms/render.ts'
import { countSegments } from '../../sms/segments.ts'
import { secondsOf } from '../../voice/seconds.ts'
import { waitFor } from './waiting.ts'

export function topicCosts(line: Line, prices: Prices) {
  const texts = textsOf(line)
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    topicsOf(line).map(([node, topic]) => {
      const byMenus = waitFor(line, locale, node, 'by menus')
      const spoken = partTexts(texts, locale, node, topic, 'voice').map(({ words }) => words)
      const spokenSeconds = spoken.reduce(
        (sum, words) => sum + secondsOf(words, locale, settings.voice.wordsPerMinute),
        0,
      )
      const characters = byMenus.characters + spoken.join('').length
      const segments = segmentsOf(line, locale, node)
      return {
        locale,
        node,
        number: topic.number,
        /** Of each text as it is sent; the first text is for a person who has not texted before. */
        segments,
        /** Seconds from answering to the first sentence, by menus and by the topic's number. */
        waits: [byMenus.seconds, waitFor(line, locale, node, 'by number').seconds] as const,
        /** The price of a call that goes there by menus and hears all parts. */
        call:
          Math.ceil((byMenus.seconds + spokenSeconds) / 60) * prices.call.minute +
          (characters / 100) * prices.call.characters,
        /** The price of a first text and its answer. */
        text: prices.text.in + (segments[0] ?? 0) * (prices.text.out + prices.text.carrier),
      }
    }),
  )
}

/** The value in the middle; of an even count, the lower one of the two. NaN for an empty list. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? Number.NaN
}

/** The segments of each text of a topic, as sent to a person in the line's own country. */
function segmentsOf(line: Line, locale: string, node: string): readonly number[] {
  const texts = textsOf(line)
  const main = mainPlace(line, 'sms', locale, line.settings.country)
  const alone = { ...line, settings: { ...line.settings, locales: [locale], numbers: [] } }
  const words = line.locales[locale]?.resources.nodes[node]?.word ?? node
  const first = take(alone, null, { kind: 'text', words }, main.context)
  const place = { ...main, position: positionAt(node, locale) }
  const later = Array.from({ length: partsAt(place) - 1 }, (_, index) =>
    take(line, atPart(place.position, index + 2), { kind: 'arrival' }, place.context),
  )
  return [first, ...later].map((turn) => countSegments(writeText(texts, turn)))
}
