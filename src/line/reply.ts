/**
 * Replies that tell no topic: about the line itself, to a greeting, to words about something else, to a no.
 *
 * @example
 * reply(place, 'bot') // stays in place, and says `replies:bot.voice`, then the options
 */

import { partsAt } from './nodes/index.ts'
import { asksFirst } from './nodes/topic.ts'
import { currentNode, type Place } from './place.ts'
import { atPart, currentStep, type Position, restartAt } from './position.ts'
import { menuAndPerson } from './prompts.ts'
import { tally } from './tally.ts'
import { arriveAt, stay, type Transition } from './transition.ts'

/** The reply to a no where nothing was asked. */
export const NO = 'no'

export function reply(place: Place, name: string): Transition {
  const { channel } = place.context
  const words = {
    key: `replies:${name}.${channel}`,
    values: { name: place.line.settings.name, ...menuAndPerson(place) },
  }
  return stay(place, {
    preamble: [words],
    prompt: channel === 'voice' ? 'short' : 'none',
    tallies: [tally('reply', name)],
  })
}

/**
 * Callers who say no to a topic that is being read, or before one, have heard enough: they are back at the menu that led there. Silence
 * would go on reading. A part that begins with a question, such as "Do you take tamoxifen?", has its answer, and the next part follows.
 */
export function decline(place: Place): Transition {
  const { position, context } = place
  const node = currentNode(place)
  const declined = reply(place, NO)
  if (context.channel === 'sms' || (node.kind !== 'topic' && node.kind !== 'consent')) return declined
  const { part } = currentStep(position)
  if (node.kind === 'topic' && part < partsAt(place) && asksFirst(node, place))
    return { ...arriveAt(place, atPart(position, part + 1)), prompt: 'onward' }
  return { ...declined, position: atLastMenu(place) }
}

function atLastMenu({ line, position }: Place): Position {
  const at = position.trail.findLastIndex(({ node }) => line.nodes[node]?.kind === 'menu')
  if (at < 0) return restartAt(position, line.main)
  return { ...position, retries: null, trail: position.trail.slice(0, at + 1) }
}
