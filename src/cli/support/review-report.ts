/**
 * What is missing until a language is signed, by topic: how many texts are in each state, and how many of the red list lack a
 * back-translation.
 *
 * @example
 * reviewReport(language)
 * // 'part          texts  not written  draft  stale  reviewed  approved  red list without back-translation\nphrases …'
 */
import { TEXT_STATES } from '../../locale/review.ts'
import { groupOf } from '../../locale/told-texts.ts'
import { inColumns } from './columns.ts'
import type { Language, Unit } from './language-files.ts'
import { backTranslationOf } from './sign.ts'

const HEAD = ['part', 'texts', 'not written', ...TEXT_STATES, 'red list without back-translation']

export function reviewReport({ units, nodes }: Language): string {
  const groups = [...new Set(units.map(({ key }) => groupOf(key)))]
  // Around the topics first: without them nothing is told. Then by number, as people know the topics.
  const sorted = groups.toSorted((a, b) => orderOf(nodes[a]) - orderOf(nodes[b]))
  const rows = sorted.map((group) => [
    group,
    ...countsOf(units.filter(({ key }) => groupOf(key) === group)).map((count) =>
      count ? String(count) : '-',
    ),
  ])
  return inColumns([HEAD, ...rows, ['all', ...countsOf(units).map(String)]])
}

function countsOf(units: readonly Unit[]): readonly number[] {
  const written = units.filter(({ text }) => text !== undefined)
  return [
    units.length,
    units.length - written.length,
    ...TEXT_STATES.map((state) => written.filter((unit) => unit.state === state).length),
    written.filter((unit) => unit.isRed && !backTranslationOf(unit)).length,
  ]
}

function orderOf(node: Language['nodes'][string] | undefined): number {
  if (!node) return 0
  return 'number' in node ? node.number : 1
}
