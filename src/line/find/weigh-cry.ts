/**
 * How much a message sounds like a cry for help that no pattern hears, such as "it would be easier for them without me".
 *
 * Each word, its beginning, and each pair of words that stand close has a weight, learnt from example sentences
 * (learn-cries.ts): above zero where cries have it, below where ordinary messages do.
 *
 * @example
 * weighCry(cries, ['they', 'can', 'get', 'on', 'without', 'me'].map(hear)) // 0.93, of 1
 */
import type { Heard } from './phrase-match.ts'

/** Weights as plain data. */
export interface CryWeights {
  readonly bias: number
  /** By weight, in the order of the alphabet: so the compiled line is smallest when it is sent. */
  readonly traits: Readonly<Record<string, readonly string[]>>
}

interface OpenWeights {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

/** Of a longer word only its beginning is compared in pairs: "burden" and "burdens", "cansada" and "cansado". */
const BEGINNING = 5
/** Two words are a pair when they stand side by side or with one other between them. */
const PAIR_SPAN = 2
/** A long story is weighed piece by piece, or a cry would drown in it. */
const PIECE = 16
const STEP = 8

/** From 0 (ordinary) to 1 (a cry): the most of any piece of the message. */
export function weighCry(cries: CryWeights, message: readonly Heard[]): number {
  const open = openWeights(cries)
  let most = 0
  for (let start = 0; start === 0 || start + PIECE - STEP < message.length; start += STEP)
    most = Math.max(most, weighPiece(open, message.slice(start, start + PIECE)))
  return most
}

function weighPiece({ bias, weights }: OpenWeights, piece: readonly Heard[]): number {
  const known = traitsOf(piece).flatMap((trait) => weights.get(trait) ?? [])
  const sum = known.reduce((before, weight) => before + weight, 0)
  return likelihood(bias + sum / lengthOf(known))
}

/** A line is plain data; what is made of it for weighing is kept for as long as the line itself lives. */
const opened = new WeakMap<CryWeights, OpenWeights>()

function openWeights(cries: CryWeights): OpenWeights {
  const kept = opened.get(cries)
  if (kept) return kept
  const weights = new Map(
    Object.entries(cries.traits).flatMap(([weight, traits]) =>
      traits.map((trait) => [trait, Number(weight)] as const),
    ),
  )
  const made = { bias: cries.bias, weights }
  opened.set(cries, made)
  return made
}

/** What is weighed of a message, each once: words and their beginnings, pairs, and where it begins and ends. */
export function traitsOf(message: readonly Heard[]): readonly string[] {
  const beginnings = message.map(({ sound }) => sound.slice(0, BEGINNING))
  const row = ['^', ...beginnings, '$']
  const traits = new Set(message.map(({ sound }) => sound))
  for (const [index, word] of row.entries()) {
    if (word.length === BEGINNING) traits.add(`${word}-`)
    for (let span = 1; span <= PAIR_SPAN && index + span < row.length; span += 1)
      traits.add(`${word}${span === 1 ? ' ' : '~'}${row[index + span]}`)
  }
  return [...traits]
}

/** A long message has more traits than a short one; neither counts for more. */
export function lengthOf(traits: { readonly length: number }): number {
  return Math.sqrt(Math.max(1, traits.length))
}

/** The logistic function. */
export function likelihood(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
