/** Calls that the line connects: to a helpline that a person chose, and the transition after such a call has ended. */
import { phrase } from '../locale/phrases.ts'
import { currentSlug, type Place, phoneOf } from './place.ts'
import { currentStep, stepBack } from './position.ts'
import { dialable, mayCall, personToCall, servicesNear, serviceText } from './services.ts'
import { tally } from './tally.ts'
import { callPerson, nodeWithoutPerson, openNode, RING_SECONDS, stay, type Transition } from './transition.ts'

/** `index` counts the services of the caller's country; one that cannot be dialled leaves the person where they are. */
export function connect(place: Place, index: number): Transition {
  const service = servicesNear(place)[index]
  const number = dialable(service)
  if (!service || !number) return stay(place)
  if (!mayCall(place, 'helpline', number)) return stay(place, { preamble: [phrase('helplines.notReached')] })
  return stay(place, {
    preamble: [phrase('helplines.connecting', { name: serviceText(service, place, 'name') })],
    prompt: 'none',
    expects: { kind: 'dial', to: phoneOf(number, place.context.country), seconds: RING_SECONDS },
  })
}

/** Answered: back to where they were. Not answered: the next person of the line, and then other people to call. */
export function afterCall(place: Place, answered: boolean): Transition {
  const next =
    !answered &&
    currentSlug(place) === place.line.person &&
    personToCall(place, currentStep(place.position).part)
  if (next)
    return {
      ...callPerson(place, place.position, next),
      preamble: [phrase('handoff.another')],
      prompt: 'none',
    }
  const transition = answered ? returned(place) : notReached(place)
  // Silence that led to this call does not lead to another one (reprompt.ts).
  const { retries, calls = { person: 0, helpline: 0 } } = place.position
  const whom = currentSlug(place) === place.line.person ? 'person' : 'helpline'
  return {
    ...transition,
    position: {
      ...transition.position,
      retries,
      // The address has one digit for each.
      calls: { ...calls, [whom]: Math.min(calls[whom] + 1, 9) },
    },
    tallies: [tally('handoff', answered ? 'answered' : 'missed')],
  }
}

function returned(place: Place): Transition {
  const { line, position } = place
  const left = currentSlug(place) === line.person ? stepBack(position) : position
  const preamble = [phrase('handoff.returned', { name: line.settings.name })]
  return stay({ ...place, position: left }, { preamble })
}

function notReached(place: Place): Transition {
  const { line, position } = place
  if (currentSlug(place) !== line.person) return stay(place, { preamble: [phrase('helplines.notReached')] })
  const transition = openNode({ ...place, position: stepBack(position) }, nodeWithoutPerson(line))
  return { ...transition, preamble: [phrase('handoff.missed'), ...transition.preamble] }
}
