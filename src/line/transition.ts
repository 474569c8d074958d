/**
 * Arriving at a node: through its consent where it has one; at the helplines where no person can be called.
 *
 * @example
 * open(place, 'bone') // { position: …/bone, lead: [], tells: 'full', tallies: [{ event: 'open', subject: 'bone' }] }
 */
import type { HandoffNode } from '../flow/kinds/handoff.ts'
import { phrase } from '../locale/phrases.ts'
import { partsAt } from './nodes/index.ts'
import { currentNode, currentSlug, type Place, phoneOf } from './place.ts'
import { here, type Position, stepTo } from './position.ts'
import { type Tally, tally } from './tally.ts'
import type { Awaited, Utterance } from './turn.ts'

export interface Arrival {
  readonly position: Position
  /** Said first. */
  readonly lead: readonly Utterance[]
  /** How much the place then says of itself; `welcome` is the main menu, reached for the first time. */
  readonly tells: 'welcome' | 'full' | 'short' | 'nothing'
  readonly tallies: readonly Tally[]
  /** What is awaited, where it is not simply an answer. */
  readonly awaits?: Awaited
}

/** Seconds that a person's telephone rings before the helplines are offered instead. */
export const RING_SECONDS = 30

/** Steps on to a node: through its consent where it has one, to the helplines where nobody can be called. */
export function open(place: Place, slug: string, lead: readonly Utterance[] = []): Arrival {
  const { line, position } = place
  if (slug === line.person) return openPerson(place)
  const guard = line.guards[slug]
  const target = guard && currentSlug(place) !== slug ? guard : slug
  return arriveAt(place, stepTo(position, target), lead)
}

/** Stays in place: what was missed is forgotten. */
export function stay(
  { position }: Place,
  { lead = [], tells, wait }: { lead?: readonly Utterance[]; tells: Arrival['tells']; wait?: 'long' },
): Arrival {
  return { position: { ...position, missed: null, ...(wait ? { wait } : {}) }, lead, tells, tallies: [] }
}

/** Arrives at the last step of a position, and counts it: opened at its first part, finished at its last. */
export function arriveAt(place: Place, position: Position, lead: readonly Utterance[] = []): Arrival {
  const slug = here(position).node
  const there = { ...place, position }
  const finished = currentNode(there).kind === 'topic' && here(position).part === partsAt(there)
  const opened = here(position).part === 1 ? [tally('open', slug)] : []
  return { position, lead, tells: 'full', tallies: [...opened, ...(finished ? [tally('finish', slug)] : [])] }
}

function openPerson(place: Place): Arrival {
  const { line, position, around } = place
  const { otherwise } = line.nodes[line.person] as HandoffNode
  const { number } = line.settings.handoff
  if (around.channel === 'voice' && around.staffed && number) {
    return {
      position: stepTo(position, line.person),
      lead: [],
      tells: 'full',
      tallies: [tally('handoff', 'dialled')],
      awaits: { kind: 'dial', to: phoneOf(number, around.country), seconds: RING_SECONDS },
    }
  }
  const closed =
    around.channel === 'voice' && number ? [phrase('handoff.closed', { name: line.settings.name })] : []
  const arrival = arriveAt(place, stepTo(position, otherwise), closed)
  return { ...arrival, tallies: [tally('handoff', 'listed'), ...arrival.tallies] }
}
