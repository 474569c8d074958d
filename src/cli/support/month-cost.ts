/**
 * What a month costs, with as many calls and texts: each call goes by menus to a topic and hears all of it; each text is a first one,
 * with its answer. Both are those in the middle of all topics.
 *
 * @example
 * monthCost(costs, prices, { calls: 500, texts: 800, connected: 50 }) // [['number', 1.15, 2.15], ['500 calls of 3.8 minutes', …], …]
 */
import type { Prices } from '../../flow/prices.ts'
import { median, type TopicCost } from './topic-costs.ts'

/** Of a call that the line puts through to a person: nobody has counted ours yet. */
const CONNECTED_MINUTES = 5

interface Month {
  readonly calls: number
  readonly texts: number
  /** Of the calls, those that are put through to a person. */
  readonly connected: number
}

/** Each row by a local number and by a toll-free one; the last is their sum. */
export function monthCost(
  costs: readonly TopicCost[],
  { number, tollFreeNumber, call, text }: Prices,
  { calls, texts, connected }: Month,
): readonly (readonly [what: string, local: number, tollFree: number])[] {
  const of = (measure: (cost: TopicCost) => number) => median(costs.map(measure))
  const minutes = of(({ walk }) => Math.ceil(walk.seconds / 60))
  const voice = calls * (of(({ walk }) => walk.characters) / 100) * call.characters
  const heard = of(({ walk }) => walk.listening.reduce((sum, each) => sum + each, 0)) / 60
  const speech = calls * heard * call.speech
  const talk = connected * CONNECTED_MINUTES
  const sent = texts * of(({ segments: [first = 0] }) => first)
  const rows = [
    ['the number', number, tollFreeNumber],
    [`${calls} calls of ${minutes} minutes`, calls * minutes * call.minute, calls * minutes * call.tollFree],
    ['their voice', voice, voice],
    [`their speech recognition, ${heard.toFixed(1)} minutes each`, speech, speech],
    [
      `${connected} of them put through for ${CONNECTED_MINUTES} minutes`,
      talk * (call.minute + call.connected),
      talk * (call.tollFree + call.connected),
    ],
    [`${texts} texts received`, texts * text.in, texts * text.in],
    [`${sent} segments sent`, sent * (text.out + text.carrier), sent * (text.out + text.carrier)],
  ] as const
  const sum = (column: 1 | 2) => rows.reduce((total, row) => total + row[column], 0)
  return [...rows, ['together', sum(1), sum(2)]]
}
