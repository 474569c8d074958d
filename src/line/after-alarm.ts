/**
 * The transition after an alarm was heard: only the way on, by phone the options, by text the menu and a person. No topic follows the help
 * itself, since it might contradict or wound.
 *
 * @example
 * stayAfterAlarm(place, { alarm: 'crisis', locale: 'en' }) // by phone in a topic: { position: en/normal/main, … "For a person, press 0.", … }
 */
import type { HeardAlarm } from '../finder/weigh-danger.ts'
import type { FlowNode } from '../flow/node.ts'
import { phrase } from '../locale/phrases.ts'
import { personKey } from './key-prompts.ts'
import { goesOn } from './nodes/index.ts'
import { currentNode, type Place } from './place.ts'
import { restartAt } from './position.ts'
import { menuAndPerson } from './prompts.ts'
import { moveTo, stay, type Transition } from './transition.ts'

/** What goes on here, or is offered, may be what the person cannot bear. */
const MAY_WOUND: readonly FlowNode['kind'][] = ['topic', 'consent', 'guess']

export function stayAfterAlarm(place: Place, { alarm }: HeardAlarm): Transition {
  const { line, position, context } = place
  if (context.channel === 'sms')
    return stay(place, { preamble: [phrase('sms.last', menuAndPerson(place))], prompt: 'none' })
  if (alarm === 'crisis' && MAY_WOUND.includes(currentNode(place).kind)) {
    const main = restartAt(position, line.main)
    return moveTo(main, { preamble: personKey({ ...place, position: main }), prompt: 'short' })
  }
  if (!goesOn(place)) return stay(place, { prompt: 'short' })
  // Silence counts from here, so that no part follows by itself.
  return moveTo({ ...position, retries: { reason: 'silence', count: 1 } }, { prompt: 'short' })
}
