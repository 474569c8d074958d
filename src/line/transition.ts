/**
 * Transitions to a node: through its consent where it has one; to the helplines where no person can be called.
 *
 * @example
 * openNode(place, 'bone') // { position: …/bone, preamble: [], prompt: 'full', tallies: [{ event: 'open', subject: 'bone' }] }
 */
import { phrase } from '../locale/phrases.ts'
import { partOfService } from './nodes/helplines.ts'
import { partsAt } from './nodes/index.ts'
import { partNumber } from './nodes/topic.ts'
import { isOffered, topicBehind } from './offered.ts'
import { currentNode, currentSlug, languageAt, nodeText, type Place, phoneOf, toldIn } from './place.ts'
import { atPart, currentStep, type Position, restartAt, stepBack, stepTo } from './position.ts'
import { personToCall } from './services.ts'
import { type Tally, tally } from './tally.ts'
import type { Expectation, Prompt } from './turn.ts'

export interface Transition {
  readonly position: Position
  /** Prompts before those of the place. */
  readonly preamble: readonly Prompt[]
  /**
   * Which prompts of the place follow; `welcome` is the main menu at its first visit, `onward` a part that follows by itself,
   * `keys` all keys that work there.
   */
  readonly prompt: 'welcome' | 'full' | 'onward' | 'short' | 'keys' | 'none'
  readonly tallies: readonly Tally[]
  /** The expectation, where it is not an answer to the prompts. */
  readonly expects?: Expectation
}

/** Seconds that a person's telephone rings before the helplines are offered instead. */
export const RING_SECONDS = 30

/**
 * A step to a node: through its consent where it has one, to the helplines where nobody can be called; a topic that the language
 * lacks is offered in the source language.
 */
export function openNode(place: Place, slug: string, part?: string): Transition {
  const { line, position, context } = place
  if (slug === line.person) return openPerson(place)
  const number = part ? partNumber(line.nodes[slug], part, context) : 1
  if (isOffered(line, position.locale, slug)) return enter(place, slug, number)
  if (line.nodes[slug]?.kind === 'menu') return arriveAt(place, restartAt(position, line.main))
  const topic = topicBehind(line, slug)
  return offer(place, [topic], tally('untranslated', topic), number)
}

/** A step to what the helplines tell callers of one service: their parts after the first. */
export function openHelpline(place: Place, service: number): Transition {
  const helplines = stepTo(place.position, nodeWithoutPerson(place.line))
  return arriveAt(place, atPart(helplines, partOfService(service)))
}

/** On through a consent, to the topic it guards; or to a topic that the person wants in the source language. */
export function agreeTo(place: Place, topic: string): Transition {
  const { position } = place
  const before = { ...place, position: stepBack(position) }
  const { part } = currentStep(position)
  if (currentNode(place).kind === 'guess') return enter(before, topic, part)
  return arriveAt(place, atPart(stepTo(before.position, topic), part))
}

/** A step to the guess, which offers these nodes. It keeps the part that was asked for. */
export function offer(
  { line, position }: Place,
  among: readonly string[],
  counted: Tally,
  part = 1,
): Transition {
  const { trail, ...there } = stepTo(position, line.guess)
  const step = { node: line.guess, part, among }
  return moveTo({ ...there, trail: [...trail.slice(0, -1), step] }, { tallies: [counted] })
}

/** A transition that gives all prompts of the position, uncounted, but for what is said otherwise. */
export function moveTo(position: Position, but: Partial<Omit<Transition, 'position'>> = {}): Transition {
  return { position, preamble: [], prompt: 'full', tallies: [], ...but }
}

/** Stays in place, and resets the retries. */
export function stay({ position }: Place, but?: Partial<Omit<Transition, 'position'>>): Transition {
  return moveTo({ ...position, retries: null }, but)
}

/** The arrival at the last step of a position, counted: as opened at its first part, as finished at its last. */
export function arriveAt(place: Place, position: Position, preamble: readonly Prompt[] = []): Transition {
  const slug = currentStep(position).node
  const there = { ...place, position }
  const finished = currentNode(there).kind === 'topic' && currentStep(position).part === partsAt(there)
  const opened = currentStep(position).part === 1 ? [tally('open', slug)] : []
  return moveTo(position, {
    preamble,
    tallies: [...opened, ...(finished ? [tally('finish', slug)] : [])],
  })
}

/** The part of their step says how many people have been tried. */
export function callPerson(
  { context }: Place,
  position: Position,
  { number, tried }: NonNullable<ReturnType<typeof personToCall>>,
): Transition {
  const to = phoneOf(number, context.country)
  return moveTo(atPart(position, tried), { expects: { kind: 'dial', to, seconds: RING_SECONDS } })
}

/** `part` is its number; the step of a consent keeps it. */
function enter(place: Place, slug: string, part: number): Transition {
  const { line, position, context } = place
  const guard = line.guards[slug]
  const target = guard && currentSlug(place) !== slug ? guard : slug
  const transition = arriveAt(place, atPart(stepTo(position, target), part))
  if (part === 1) return transition
  const there = { ...place, position: transition.position }
  const title = context.channel === 'sms' && target === slug ? [nodeText(slug, 'title')] : []
  return {
    ...transition,
    preamble: toldIn(languageAt(there), there, title),
    tallies: [tally('open', target), ...transition.tallies],
  }
}

/** The node for callers whom no person of the line can take. */
export function nodeWithoutPerson({ nodes, person }: Place['line']): string {
  const handoff = nodes[person]
  return handoff?.kind === 'handoff' ? handoff.otherwise : person
}

function openPerson(place: Place): Transition {
  const { line, position, context } = place
  const otherwise = nodeWithoutPerson(line)
  const next = personToCall(place)
  if (context.channel === 'voice' && next)
    return {
      ...callPerson(place, stepTo(position, line.person), next),
      tallies: [tally('handoff', 'dialled')],
    }
  const transition = arriveAt(place, stepTo(position, otherwise), whyNobody(place))
  return { ...transition, tallies: [tally('handoff', 'listed'), ...transition.tallies] }
}

function whyNobody({ line, context }: Place): readonly Prompt[] {
  const { name, handoff } = line.settings
  if (context.channel === 'sms' || !handoff.number) return []
  return [context.staffed ? phrase('handoff.missed') : phrase('handoff.closed', { name })]
}
