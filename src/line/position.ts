/**
 * The position of a person, and its encoding in the path of the next webhook.
 *
 * @example
 * encodePosition(position) // 'en/slow/main/symptoms/bone-2'
 * decodePosition(line, 'en/slow/main/symptoms/bone-2', () => 'en') // { position, lost: false }
 */
import type { Line } from './line.ts'

/** A node of the trail, and the part that was reached there (from 1). */
export interface Step {
  readonly node: string
  readonly part: number
  /** Where a topic's number is entered: its first digit. */
  readonly digit?: string
  /** At a guess: the nodes that the words may mean. */
  readonly among?: readonly string[]
}

/** How many times in a row there was no input, or no match (a key without an option, words without a meaning). */
export interface Retries {
  readonly reason: 'silence' | 'key'
  readonly count: number
}

/** How many times the line has called somebody in this call: its own people, and helplines. */
export interface Calls {
  readonly person: number
  readonly helpline: number
}

export interface Position {
  readonly locale: string
  readonly pace: 'normal' | 'slow'
  /** `long` after the person has asked for more time, to the end of the call. */
  readonly wait: 'normal' | 'long'
  readonly retries: Retries | null
  /** Once the line has said that it goes on by itself, and told the keys after a part. */
  readonly told?: true
  /** Once "Was this what you needed?" was asked and answered, or passed over. */
  readonly asked?: true
  /** The deeper voice of the language, which some hearing aids carry better. */
  readonly deeper?: true
  /** Absent until the line has called somebody. */
  readonly calls?: Calls
  /** The country that the person has said they are in (ISO code); it goes before that of their number. */
  readonly country?: string
  /** The nodes from the outermost to the current one. Never empty. */
  readonly trail: readonly Step[]
}

/** A longer trail loses its second step: `*` still leads back to the main menu. */
const LONGEST_TRAIL = 8
const MANNER =
  /^(?<pace>normal|slow)(?<long>-long)?(?<told>-told)?(?<asked>-asked)?(?<deeper>-deeper)?(?:-in(?<named>[A-Z]{2}))?(?:-called(?<person>\d)(?<helpline>\d))?(?:-(?<by>silence|key)(?<times>[1-9]))?$/

export function currentStep(position: Position): Step {
  return position.trail[position.trail.length - 1] as Step
}

export function encodePosition(position: Position): string {
  const { locale, pace, wait, retries, told, asked, deeper, calls, country, trail } = position
  const manner = [
    pace,
    ...(wait === 'long' ? ['long'] : []),
    ...(told ? ['told'] : []),
    ...(asked ? ['asked'] : []),
    ...(deeper ? ['deeper'] : []),
    ...(country ? [`in${country}`] : []),
    ...(calls ? [`called${calls.person}${calls.helpline}`] : []),
    ...(retries ? [`${retries.reason}${retries.count}`] : []),
  ]
  const steps = trail.map(({ node, part, digit, among }) =>
    [node + (part > 1 ? `-${part}` : '') + (digit ? `_${digit}` : ''), ...(among ?? [])].join('~'),
  )
  return [locale, manner.join('-'), ...steps].join('/')
}

/**
 * Reads a position from a path. One that names what this line does not have (an old deployment's, a hand-made one) is
 * lost: the person is then at the last step before the unknown one, or in the main menu, at their own pace, in the language of
 * the path where the line has it, else in what `otherLocale` finds.
 */
export function decodePosition(
  line: Line,
  path: string,
  otherLocale: () => string,
): { position: Position; lost: boolean } {
  const [tag = '', manner = '', ...names] = path.split('/')
  const hasLocale = Object.hasOwn(line.locales, tag)
  const words = MANNER.exec(manner)?.groups
  const { pace = 'normal', long, told, asked, deeper, named, person, helpline, by, times } = words ?? {}
  const country = named && hasNumbers(line, named) ? named : undefined
  const steps = names.map(readStep)
  const gone = steps.findIndex((step) => !step || !isKnown(line, step))
  const trail = (gone < 0 ? steps : steps.slice(0, gone)) as Step[]
  const lost = !hasLocale || !words || gone >= 0 || trail.length === 0 || country !== named
  return {
    position: {
      locale: hasLocale ? tag : otherLocale(),
      pace: pace as Position['pace'],
      wait: long ? 'long' : 'normal',
      retries: by && !lost ? { reason: by as Retries['reason'], count: Number(times) } : null,
      ...(told ? { told: true } : {}),
      ...(asked ? { asked: true } : {}),
      ...(deeper ? { deeper: true } : {}),
      ...(person ? { calls: { person: Number(person), helpline: Number(helpline) } } : {}),
      ...(country ? { country } : {}),
      trail: trail.length > 0 ? trail : [{ node: line.main, part: 1 }],
    },
    lost,
  }
}

/** The country that a position names, read from its path alone. */
export function countryInPath(line: Line, path: string): string | undefined {
  const [, manner = ''] = path.split('/')
  const country = MANNER.exec(manner)?.groups?.named
  return country && hasNumbers(line, country) ? country : undefined
}

/** A fresh position at one node. */
export function positionAt(node: string, locale: string): Position {
  return { locale, pace: 'normal', wait: 'normal', retries: null, trail: [{ node, part: 1 }] }
}

/** The same position, with one node as its whole trail. */
export function restartAt(position: Position, node: string): Position {
  return { ...position, retries: null, trail: [{ node, part: 1 }] }
}

/** The position after a step to a node. A node that is in the trail ends it there, so a trail cannot grow in circles. */
export function stepTo(position: Position, node: string): Position {
  const before = position.trail.findIndex((step) => step.node === node)
  const passed = before >= 0 ? position.trail.slice(0, before) : position.trail
  const trail = [...passed.map(withoutDigit), { node, part: 1 }]
  const kept = trail.length > LONGEST_TRAIL ? [trail[0] as Step, ...trail.slice(2)] : trail
  return { ...position, retries: null, trail: kept }
}

/** The position one step back, at the part that was reached there; the outermost node where there is none. */
export function stepBack(position: Position): Position {
  const { trail } = position
  return { ...position, retries: null, trail: trail.length > 1 ? trail.slice(0, -1) : trail }
}

/** The same place, with the first digit of a number. */
export function withDigit(position: Position, digit: string): Position {
  const trail = [...position.trail.slice(0, -1), { ...currentStep(position), digit }]
  return { ...position, retries: null, trail }
}

/** The same place, without that digit. */
export function forgetDigit(position: Position): Position {
  return { ...position, trail: [...position.trail.slice(0, -1), withoutDigit(currentStep(position))] }
}

/** The same place, at another of its parts. */
export function atPart(position: Position, part: number): Position {
  const { node } = currentStep(position)
  return { ...position, retries: null, trail: [...position.trail.slice(0, -1), { node, part }] }
}

function hasNumbers({ directory, everywhere }: Line, country: string): boolean {
  return Object.hasOwn(directory, country) || Object.hasOwn(everywhere.emergency, country)
}

function readStep(name: string): Step | null {
  const match = /^([a-z][a-z0-9]*)(?:-([1-9]\d?))?(?:_([1-9]))?((?:~[a-z][a-z0-9]*){1,3})?$/.exec(name)
  if (!match) return null
  const [, node = '', part = '1', digit, among] = match
  return {
    node,
    part: Number(part),
    ...(digit ? { digit } : {}),
    ...(among ? { among: among.slice(1).split('~') } : {}),
  }
}

function withoutDigit({ digit: _, ...step }: Step): Step {
  return step
}

function isKnown({ nodes }: Line, { node, among = [] }: Step): boolean {
  return [node, ...among].every((slug) => Object.hasOwn(nodes, slug))
}
