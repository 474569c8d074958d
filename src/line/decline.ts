/**
 * Transitions by phone after a no: to a part that is read, to a consent, to all that is offered. Nobody has to say why, and nothing is
 * asked a second time: the menu above follows. A part that begins with a question, such as "Do you take tamoxifen?", has its answer, and the
 * next part follows.
 *
 * @example
 * decline(place) // { position: en/normal/main/body, preamble: "That is all right. You do not have to hear it.", … }
 */
import { phrase } from '../locale/phrases.ts'
import { NO } from './answer.ts'
import { isLastPart } from './key-prompts.ts'
import { asksFirst } from './nodes/topic.ts'
import { currentNode, currentSlug, type Place } from './place.ts'
import { atPart, currentStep, type Position, restartAt } from './position.ts'
import { tally } from './tally.ts'
import { arriveAt, moveTo, stay, type Transition } from './transition.ts'

export function decline(place: Place): Transition {
  const { position } = place
  const node = currentNode(place)
  const { kind } = node
  if (node.kind === 'topic' && !isLastPart(place) && asksFirst(node, place))
    return { ...arriveAt(place, atPart(position, currentStep(position).part + 1)), prompt: 'onward' }
  const tallies = [tally('reply', NO)]
  const another = [phrase('voice.somethingElse')]
  // No language is chosen yet, so words about it may not be understood.
  if (kind === 'languages') return stay(place, { prompt: 'short', tallies })
  if (currentSlug(place) === place.line.main)
    return stay(place, { preamble: another, prompt: 'short', tallies })
  const isSpared = kind === 'consent' || (kind === 'topic' && !isLastPart(place))
  const preamble = isSpared ? [{ key: `replies:${NO}.voice` }] : another
  return moveTo(menuAbove(place), { preamble, tallies })
}

/** The nearest menu on the way here, or the main menu. */
function menuAbove({ line, position }: Place): Position {
  const before = position.trail.slice(0, -1)
  const trail = before.slice(0, before.findLastIndex(({ node }) => line.nodes[node]?.kind === 'menu') + 1)
  return trail.length > 0 ? { ...position, retries: null, trail } : restartAt(position, line.main)
}
