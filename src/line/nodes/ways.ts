/** Other ways to listen: another pace, another language, the sources of the topic, more time, a deeper voice. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Intent } from '../intent.ts'
import { localesOffered, type NodeBehaviour, option, type Place } from '../place.ts'
import { lastTopic } from './sources.ts'

type Way = readonly [label: Wording, intent: Intent]

export const ways: NodeBehaviour<NodeOf<'ways'>> = {
  options: (_node, place) =>
    waysFrom(place).map(([label, intent], index) => option(index + 1, label, label, intent)),
  voice: () => [phrase('ways.title')],
  sms: () => [phrase('ways.title')],
}

function waysFrom(place: Place): readonly Way[] {
  const pace: Way =
    place.position.pace === 'normal'
      ? [phrase('ways.slower'), { kind: 'pace', pace: 'slow' }]
      : [phrase('ways.normalPace'), { kind: 'pace', pace: 'normal' }]
  const language: Way = [phrase('ways.language'), { kind: 'open', node: place.line.start }]
  const sources: Way = [phrase('ways.sources'), { kind: 'open', node: place.line.sourcesNode }]
  const time: Way = [phrase('ways.moreTime'), { kind: 'more time' }]
  const { locale, deeper } = place.position
  const voice: Way = deeper
    ? [phrase('ways.usualVoice'), { kind: 'voice', deeper: false }]
    : [phrase('ways.deeper'), { kind: 'voice', deeper: true }]
  const hasDeeper = place.line.locales[locale]?.settings.voice?.deeper !== undefined
  return [
    // A reader of a text sets the pace.
    ...(place.context.channel === 'voice' ? [pace] : []),
    ...(localesOffered(place).length > 1 ? [language] : []),
    ...(lastTopic(place) ? [sources] : []),
    ...(place.context.channel === 'voice' && place.position.wait === 'normal' ? [time] : []),
    ...(place.context.channel === 'voice' && hasDeeper ? [voice] : []),
  ]
}
