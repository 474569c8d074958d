/**
 * Replies that tell no topic: about the line itself, to a greeting, to words about something else.
 *
 * @example
 * reply(place, 'bot') // stays in place, and says `replies:bot.voice`, then the options
 */
import type { Place } from './place.ts'
import { menuAndPerson } from './prompts.ts'
import { tally } from './tally.ts'
import { stay, type Transition } from './transition.ts'

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
