/** Everything can be reached by keys from the main menu, and every topic within three of them. */
import type { Issue } from '../authored/issue.ts'
import { type Check, type Draft, issueAt } from './draft.ts'
import { linksOf } from './links.ts'

/** Commarford et al. 2008: broad menus serve callers better than deep ones (standards.md 1.3, IVR-05). */
const MOST_KEYS = 3

export const checkReach: Check = (draft) => {
  const { nodes } = draft.flow
  const issues: Issue[] = []
  const languages = Object.values(nodes).find(({ node }) => node.kind === 'languages')?.node
  if (languages?.kind !== 'languages') return issues
  const everywhere = Object.keys(nodes).filter((slug) =>
    ['languages', 'handoff', 'ways', 'number', 'sources', 'guess'].includes(nodes[slug]?.node.kind ?? ''),
  )
  const reached = reachable(draft, [...everywhere, languages.to])
  const keys = keysFrom(draft, languages.to)
  for (const [slug, { node, source }] of Object.entries(nodes)) {
    const at = ['nodes', slug]
    if (!reached.has(slug)) {
      issues.push(
        issueAt('unreachable-node', source, at, `Nothing leads to "${slug}". Add it to a menu.`, {
          node: slug,
        }),
      )
    } else if (node.kind === 'topic') {
      const count = keys.get(slug)
      if (count === undefined)
        issues.push(
          issueAt(
            'unreachable-node',
            source,
            at,
            `No menu leads to "${slug}": a caller who does not know of it would not find it. Add it to a menu.`,
            { node: slug },
          ),
        )
      else if (count > MOST_KEYS)
        issues.push(
          issueAt(
            'too-deep',
            source,
            at,
            `"${slug}" is ${count} keys from the main menu; the most is ${MOST_KEYS}. Move it up.`,
            { node: slug },
          ),
        )
    }
  }
  return issues
}

function reachable({ flow }: Draft, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set(from)
  for (const slug of reached) {
    const node = flow.nodes[slug]?.node
    if (!node) continue
    for (const { to } of linksOf(node)) reached.add(to)
    // A sensitive topic is reached through its consent, which nothing else needs to name.
    for (const [guard, { node: other }] of Object.entries(flow.nodes))
      if (other.kind === 'consent' && other.before === slug) reached.add(guard)
  }
  return reached
}

/** How many keys of menus it takes from the main menu to each node. */
function keysFrom({ flow }: Draft, main: string): ReadonlyMap<string, number> {
  const keys = new Map([[main, 0]])
  for (const [slug, count] of keys) {
    const node = flow.nodes[slug]?.node
    if (node?.kind !== 'menu') continue
    for (const { to } of node.options) if (!keys.has(to)) keys.set(to, count + 1)
  }
  return keys
}
