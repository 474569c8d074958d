/**
 * What a topic costs, computed from its real turns: segments, seconds until its first sentence, and money; in each language that has a
 * voice.
 *
 * @example
 * topicCosts(line, prices) // [{ locale: 'en', node: 'bone', segments: [2, 2, 2], waits: [19, 5], walk: { seconds: 181, … }, call: 0.1, text: 0.03 }]
 */
import type { Prices } from '../../flow/prices.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { partsAt } from '../../line/nodes/index.ts'
import { isSpoken } from '../../line/place.ts'
import { atPart, positionAt } from '../../line/position.ts'
import { mainPlace } from '../../line/prepare.ts'
import { take } from '../../line/take.ts'
import { topicsOf } from '../../lint/measure.ts'
import type { Texts } from '../../locale/texts.ts'
import { writeText } from '../../sms/render.ts'
import { countSegments } from '../../sms/segments.ts'
import { type Spent, waitFor, walkThrough } from './waiting.ts'

export function topicCosts(line: Line, prices: Prices) {
  const texts = textsOf(line)
  const spoken = Object.keys(line.locales).filter((locale) => isSpoken(line, locale))
  return spoken.flatMap((locale) =>
    topicsOf(line, locale).map(([node, topic]) => {
      const walk = walkThrough(line, texts, locale, node)
      const segments = segmentsOf(line, texts, locale, node)
      return {
        locale,
        node,
        number: topic.number,
        /** Of each text as it is sent; the first text is for a person who has not texted before. */
        segments,
        /** Seconds from answering to the first sentence, by menus and by the topic's number. */
        waits: [
          waitFor(line, texts, locale, node, 'by menus').seconds,
          waitFor(line, texts, locale, node, 'by number').seconds,
        ] as const,
        walk,
        /** The price of a call that goes there by menus and hears the whole topic. */
        call: callPrice(walk, prices),
        /** The price of a first text and its answer. */
        text: prices.text.in + (segments[0] ?? 0) * (prices.text.out + prices.text.carrier),
      }
    }),
  )
}

export type TopicCost = ReturnType<typeof topicCosts>[number]

/** Every minute begun counts. */
function callPrice({ seconds, characters, listening }: Spent, { call }: Prices): number {
  const minutesHeard = listening.reduce((sum, each) => sum + each, 0) / 60
  return (
    Math.ceil(seconds / 60) * call.minute + (characters / 100) * call.characters + minutesHeard * call.speech
  )
}

/** The value in the middle; of an even count, the lower one of the two. NaN for an empty list. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? Number.NaN
}

/** The segments of each text of a topic, as sent to a person in the line's own country. */
function segmentsOf(line: Line, texts: Texts, locale: string, node: string): readonly number[] {
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
