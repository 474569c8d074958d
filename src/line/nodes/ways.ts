/** Other ways to listen: the other pace, another language; and who says what was heard. */
import type { WaysNode } from '../../flow/kinds/ways.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Move } from '../intent.ts'
import { type Kind, localesOffered, option, type Place } from '../place.ts'
import { topicBehind } from './sources.ts'

export const ways: Kind<WaysNode> = {
  parts: () => 1,
  options: (_node, place) =>
    waysFrom(place).map(({ label, move }, index) => option(index + 1, label, label, move)),
  voice: () => [phrase('ways.title')],
  sms: () => [phrase('ways.title')],
}

interface Way {
  readonly label: Wording
  readonly move: Move
}

function waysFrom(place: Place): readonly Way[] {
  const pace: Way =
    place.position.pace === 'normal'
      ? { label: phrase('ways.slower'), move: { kind: 'pace', pace: 'slow' } }
      : { label: phrase('ways.normalPace'), move: { kind: 'pace', pace: 'normal' } }
  const language: Way = { label: phrase('ways.language'), move: { kind: 'open', node: place.line.start } }
  const sources: Way = { label: phrase('ways.sources'), move: { kind: 'open', node: place.line.sourcesNode } }
  return [
    // A text is read at one's own pace.
    ...(place.around.channel === 'voice' ? [pace] : []),
    ...(localesOffered(place).length > 1 ? [language] : []),
    ...(topicBehind(place) ? [sources] : []),
  ]
}
