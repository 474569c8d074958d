/**
 * Parts that are begun, and parts that are heard or read to their end: their share says whether people listen. A part counts as begun
 * each time that it is given. By phone it is finished when the person asks for what follows, or lets the line go on: a key may cut
 * it short, silence does not. By text it is finished when the next one is sent; the last one has no next, and counts at once.
 *
 * @example
 * partTallies(before, { kind: 'key', key: '#' }, { kind: 'next' }, after) // part-finished bone, part-begun bone
 */
import type { UserEvent } from './event.ts'
import type { Intent } from './intent.ts'
import { isLastPart } from './key-prompts.ts'
import { optionsAt } from './nodes/index.ts'
import { currentNode, currentSlug, type Place } from './place.ts'
import { type Tally, tally } from './tally.ts'
import type { Transition } from './transition.ts'

export function partTallies(
  before: Place,
  event: UserEvent,
  intent: Intent,
  after: Place & Pick<Transition, 'prompt'>,
): readonly Tally[] {
  const isBegun = isTopic(after) && (after.prompt === 'full' || after.prompt === 'onward')
  const isSentWhole = isBegun && after.context.channel === 'sms' && isLastPart(after)
  return [
    ...(isTopic(before) && isFinished(before, event, intent)
      ? [tally('part-finished', currentSlug(before))]
      : []),
    ...(isBegun ? [tally('part-begun', currentSlug(after))] : []),
    ...(isSentWhole ? [tally('part-finished', currentSlug(after))] : []),
  ]
}

/** After a miss the person has heard only a part of it, or has been counted. */
function isFinished(before: Place, event: UserEvent, { kind }: Intent): boolean {
  if (!isLastPart(before)) return (kind === 'next' && !before.position.retries) || kind === 'go on'
  if (before.context.channel === 'sms' || before.position.retries) return false
  // The choices are said after the part.
  return (
    kind === 'silence' || (event.kind === 'key' && optionsAt(before).some(({ key }) => key === event.key))
  )
}

function isTopic(place: Place): boolean {
  return currentNode(place).kind === 'topic'
}
