/**
 * Scores of nodes, added up from what a message points to.
 *
 * @example
 * const scores: NodeScores = new Map()
 * addScore(scores, { locale: 'en', node: 'bone' }, 14.2)
 * bestOf(scores, 3) // [{ node: 'bone', locale: 'en', score: 14.2, … }]
 */
import type { Entry } from './postings.ts'

export interface NodeScore {
  readonly node: string
  /** In which most of the score was added at once. */
  locale: string
  score: number
  most: number
}

export type NodeScores = Map<string, NodeScore>

export function addScore(scores: NodeScores, { locale, node }: Entry, score: number): void {
  if (score <= 0) return
  const before = scores.get(node)
  if (!before) scores.set(node, { node, locale, score, most: score })
  else {
    before.score += score
    if (score > before.most) Object.assign(before, { locale, most: score })
  }
}

/** Of the scores of a node in several languages, only the best counts. */
export function addBestScore(scores: NodeScores, { locale, node }: Entry, score: number): void {
  if (score <= 0) return
  const before = scores.get(node)
  if (!before) scores.set(node, { node, locale, score, most: score })
  else if (score > before.score) Object.assign(before, { locale, score, most: score })
}

/** The best first. */
export function bestOf(scores: NodeScores, count: number): readonly NodeScore[] {
  return [...scores.values()].sort((one, other) => other.score - one.score).slice(0, count)
}
