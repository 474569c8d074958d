/** Calls that the line connects: a helpline that was chosen, and what follows when such a call has ended. */
import type { HandoffNode } from '../flow/kinds/handoff.ts'
import { phrase } from '../locale/phrases.ts'
import { currentSlug, type Place, phoneOf } from './place.ts'
import { stepBack } from './position.ts'
import { dialable, servicesNear, serviceText } from './services.ts'
import { tally } from './tally.ts'
import { type Arrival, open, RING_SECONDS, stay } from './transition.ts'

/** `index` counts the services of the caller's country; one that cannot be dialled leaves the person where they are. */
export function connect(place: Place, index: number): Arrival {
  const service = servicesNear(place)[index]
  const number = dialable(service)
  if (!service || !number) return stay(place, { tells: 'full' })
  return {
    ...stay(place, {
      lead: [phrase('helplines.connecting', { name: serviceText(service, place, 'name') })],
      tells: 'nothing',
    }),
    awaits: { kind: 'dial', to: phoneOf(number, place.around.country), seconds: RING_SECONDS },
  }
}

/** Answered: back to where they were. Not answered: other people to call. */
export function afterCall(place: Place, answered: boolean): Arrival {
  const arrival = answered ? returned(place) : notReached(place)
  // Whom silence made us call is not called for it again (miss.ts).
  const { missed } = place.position
  return {
    ...arrival,
    position: { ...arrival.position, missed },
    tallies: [tally('handoff', answered ? 'answered' : 'missed')],
  }
}

function returned(place: Place): Arrival {
  const { line, position } = place
  const left = currentSlug(place) === line.person ? stepBack(position) : position
  const lead = [phrase('handoff.returned', { name: line.settings.name })]
  return stay({ ...place, position: left }, { lead, tells: 'full' })
}

function notReached(place: Place): Arrival {
  const { line, position } = place
  if (currentSlug(place) !== line.person)
    return stay(place, { lead: [phrase('helplines.notReached')], tells: 'full' })
  const { otherwise } = line.nodes[line.person] as HandoffNode
  return open({ ...place, position: stepBack(position) }, otherwise, [phrase('handoff.missed')])
}
