/**
 * The intent of a command word.
 *
 * @example
 * intentForCommand(place, 'more', 'en') // { kind: 'next' }
 */
import type { Command } from '../locale/schema.ts'
import { acknowledge, refuse } from './answer.ts'
import type { Intent } from './intent.ts'
import { currentNode, type Place } from './place.ts'

export function intentForCommand(place: Place, command: Command, locale: string): Intent {
  const { line } = place
  switch (command) {
    case 'more':
      return { kind: 'next' }
    case 'menu':
      return { kind: 'main', locale }
    case 'hello':
      return asksWhetherAnybodyIsThere(place) ? { kind: 'prompt' } : { kind: 'main', locale }
    case 'person':
      return { kind: 'open', node: line.person, locale }
    case 'back':
      return { kind: 'back' }
    case 'again':
      return { kind: 'prompt' }
    case 'keys':
      return { kind: 'keys' }
    case 'slower':
      return { kind: 'pace', pace: 'slow' }
    case 'faster':
      return { kind: 'pace', pace: 'normal' }
    case 'source':
      return { kind: 'open', node: line.sourcesNode, locale }
    case 'languages':
      return currentNode(place).kind === 'languages' ? { kind: 'prompt' } : { kind: 'open', node: line.start }
    case 'wait':
      return place.context.channel === 'voice' ? { kind: 'wait' } : { kind: 'thanks', locale }
    case 'enough':
      return refuse(place, locale)
    case 'thanks':
      return acknowledge(place, locale)
    case 'goodbye':
      // The sure ones were heard before (goodbye.ts). "That's awful" resembles one, and nobody may be cut off by chance.
      return place.context.channel === 'voice' ? acknowledge(place, locale) : { kind: 'goodbye', locale }
  }
}

/** By phone, but where its language is an answer. */
function asksWhetherAnybodyIsThere(place: Place): boolean {
  return place.context.channel === 'voice' && currentNode(place).kind !== 'languages'
}
