/**
 * The groups of texts that people sign at once, a topic or a file, in reading order: first the files of texts around the topics, since
 * every topic needs them; then the places by number, as people know the topics.
 *
 * @example
 * groupsOf(language) // [{ name: 'directory', units: […] }, …, { name: 'bone', units: […] }]
 * countsOf(units) // { all: 14, missing: 0, draft: 3, stale: 1, reviewed: 10, approved: 0, red: 0, open: 0 }
 */
import { CHANNELS } from '../lint/check.ts'
import { type StateCounts, TEXT_STATES } from '../locale/review.ts'
import { groupOf, nodeOf } from '../locale/told-texts.ts'
import type { Language, Unit } from './language.ts'
import { textPlace } from './notes.ts'
import { backTranslationOf } from './sign.ts'

export interface Group {
  readonly name: string
  /** `around` for a file of texts, `topic` for what has a number, `place` for other nodes. */
  readonly kind: 'around' | 'topic' | 'place'
  /** In the order in which they are heard. */
  readonly units: readonly Unit[]
}

export interface GroupCounts extends StateCounts {
  readonly all: number
  readonly missing: number
  readonly red: number
  /** Of the red list, without a back-translation. */
  readonly open: number
}

/** More than a topic has. */
const MOST_PARTS = 100

export function groupsOf({ units, nodes }: Language): readonly Group[] {
  const byName = new Map<string, Unit[]>()
  for (const unit of units) {
    const name = groupOf(unit.key)
    byName.set(name, [...(byName.get(name) ?? []), unit])
  }
  const groups = [...byName].map(([name, some]): Group => {
    const isNode = some.some(({ key }) => nodeOf(key) !== undefined)
    const kind = !isNode ? 'around' : numberOf(nodes, name) === undefined ? 'place' : 'topic'
    const heard = new Map(some.map(({ key }) => [key, positionOf(key, nodes)]))
    return { name, kind, units: some.toSorted((a, b) => (heard.get(a.key) ?? 0) - (heard.get(b.key) ?? 0)) }
  })
  const orderOf = ({ kind, name }: Group) => (kind === 'around' ? -1 : (numberOf(nodes, name) ?? 0))
  return groups.toSorted((a, b) => orderOf(a) - orderOf(b))
}

export function countsOf(units: readonly Unit[]): GroupCounts {
  const written = units.filter(({ text }) => text !== undefined)
  const [draft = 0, stale = 0, reviewed = 0, approved = 0] = TEXT_STATES.map(
    (state) => written.filter((unit) => unit.state === state).length,
  )
  return {
    all: units.length,
    missing: units.length - written.length,
    ...{ draft, stale, reviewed, approved },
    red: units.filter(({ isRed }) => isRed).length,
    open: written.filter((unit) => unit.isRed && backTranslationOf(unit) === '').length,
  }
}

function numberOf(nodes: Language['nodes'], slug: string): number | undefined {
  const node = nodes[slug]
  return node && 'number' in node ? node.number : undefined
}

/** Label and title, then what is spoken, then the texts, each in the order of its parts. Others stay in that of the alphabet. */
function positionOf(key: string, nodes: Language['nodes']): number {
  if (nodeOf(key) === undefined) return 0
  const { channel, part, words } = textPlace(key, nodes)
  if (!channel) return words === 'label' ? 0 : 1
  return 2 + CHANNELS.indexOf(channel) * MOST_PARTS + (part?.at ?? 0)
}
