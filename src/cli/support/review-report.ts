/**
 * How far a language is from being signed, by topic: how many texts are in each state, and how many of the red list lack a
 * back-translation.
 *
 * @example
 * reviewReport(language)
 * // 'part          texts  not written  draft  stale  reviewed  approved  red list without back-translation\nphrases …'
 */
import { TEXT_STATES } from '../../locale/review.ts'
import { countsOf, groupsOf } from '../../review/groups.ts'
import type { Language, Unit } from '../../review/language.ts'
import { inColumns } from './columns.ts'

const HEAD = ['part', 'texts', 'not written', ...TEXT_STATES, 'red list without back-translation']

export function reviewReport(language: Language): string {
  const rows = groupsOf(language).map(({ name, units }) => [
    name,
    ...columnsOf(units).map((count) => (count ? String(count) : '-')),
  ])
  return inColumns([HEAD, ...rows, ['all', ...columnsOf(language.units).map(String)]])
}

function columnsOf(units: readonly Unit[]): readonly number[] {
  const counts = countsOf(units)
  return [counts.all, counts.missing, ...TEXT_STATES.map((state) => counts[state]), counts.open]
}
