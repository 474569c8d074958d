/**
 * Who has read a text, and whether that still holds: a signature is for one wording of the text and one of its source.
 *
 * @example
 * stateOf(row, 'Bones', 'Huesos') // 'reviewed'; 'stale' once "Bones" has changed, 'draft' once "Huesos" has
 */
import { hashOfText } from './text-hash.ts'
import { nodeOf } from './told-texts.ts'

/** From the lowest to the highest. A text without a row is a draft. */
export const REVIEW_STATES = ['draft', 'reviewed', 'approved'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]
/** `stale`: signed, and its source has changed since. */
export type TextState = ReviewState | 'stale'
export const TEXT_STATES = ['draft', 'stale', 'reviewed', 'approved'] as const satisfies readonly TextState[]

/** Who has read something, and what that makes of it. */
export interface Signature {
  readonly state: ReviewState
  /** Initials and role: "M. R., nurse". */
  readonly by: string
  /** A day, such as 2026-11-26. */
  readonly when: string
  readonly how: 'human' | 'machine'
}

/** What `locales/<locale>/review.csv` says of one text. */
export interface ReviewRow extends Signature {
  readonly key: string
  readonly sourceHash: string
  readonly textHash: string
  /** Of a text on the red list, what it says, in the language of the source. */
  readonly backTranslation: string
  /** The comment of a reviewer, for the person who corrects the text. */
  readonly comment: string
  /** The words of the source that were signed, so that readers see what has changed since; empty of a draft, and of an older row. */
  readonly source: string
}

export type ReviewRows = ReadonlyMap<string, ReviewRow>

/** How many texts are in each state. */
export type StateCounts = Readonly<Record<TextState, number>>

/** The states of a language, as a line keeps them. */
export interface Reviewed {
  /** Of all that stands around the nodes: phrases, rules, warnings, the directory … */
  readonly around: StateCounts
  readonly nodes: Readonly<Record<string, StateCounts>>
}

type Texts = ReadonlyMap<string, { readonly text: string }>

export function stateOf(row: ReviewRow | undefined, source: string | undefined, text: string): TextState {
  if (!row || row.state === 'draft' || row.textHash !== hashOfText(text)) return 'draft'
  return row.sourceHash === hashOfText(source ?? '') ? row.state : 'stale'
}

/** By key, the state of each text. */
export function statesOf(sources: Texts, texts: Texts, rows: ReviewRows): ReadonlyMap<string, TextState> {
  return new Map(
    [...texts].map(([key, { text }]) => [key, stateOf(rows.get(key), sourceOf(sources, key), text)]),
  )
}

/** The source of a text. A plural form that the source lacks has the general one. */
export function sourceOf(sources: Texts, key: string): string | undefined {
  return (sources.get(key) ?? sources.get(key.replace(/_[a-z]+$/, '_other')))?.text
}

export function reviewed(states: ReadonlyMap<string, TextState>): Reviewed {
  const around = noTexts()
  const nodes: Record<string, Record<TextState, number>> = {}
  for (const [key, state] of states) {
    const node = nodeOf(key)
    if (node === undefined) around[state] += 1
    else {
      nodes[node] ??= noTexts()
      nodes[node][state] += 1
    }
  }
  return { around, nodes }
}

/** How many texts are below a bar: `all` lets every text pass. */
export function belowBar(
  { draft, stale, reviewed }: StateCounts,
  bar: 'all' | 'reviewed' | 'approved',
): number {
  if (bar === 'all') return 0
  return draft + stale + (bar === 'approved' ? reviewed : 0)
}

function noTexts(): Record<TextState, number> {
  return { draft: 0, stale: 0, reviewed: 0, approved: 0 }
}
