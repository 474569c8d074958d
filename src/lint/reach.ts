/** Everything can be reached, and every topic by at most three keys from the main menu. */
import { mapValues } from '../authored/records.ts'
import { menuKeys } from '../flow/menu-keys.ts'
import type { FlowNode } from '../flow/node.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'
import { KINDS_NEEDED_ONCE } from './kinds.ts'
import { linksOf } from './links.ts'

/** Commarford et al. 2008: broad menus serve callers better than deep ones (docs/design/standards.md 1.3, IVR-05). */
export const MOST_KEYS = 3

export const checkReach: Check<Draft> = function* (draft) {
  const nodes = mapValues(draft.flow.nodes, ({ data }) => data)
  const start = Object.values(nodes).find((node) => node.kind === 'languages')
  // A link that leads nowhere is told, and what it was to lead to follows from it.
  const isBroken = Object.values(nodes).some((node) =>
    linksOf(node).some(({ to }) => !Object.hasOwn(nodes, to)),
  )
  if (!start || isBroken) return
  const reached = reachable(nodes)
  const keys = menuKeys(nodes, start.to)
  for (const { slug, node, issue } of flowNodes(draft)) {
    const count = keys.get(slug)?.length
    if (!reached.has(slug))
      yield issue('unreachable-node', [], `Nothing leads to "${slug}". Add it to a menu.`)
    else if (node.kind === 'topic' && count === undefined)
      yield issue(
        'unreachable-node',
        [],
        `No menu leads to "${slug}": a caller who does not know of it would not find it. Add it to a menu.`,
      )
    else if (node.kind === 'topic' && count !== undefined && count > MOST_KEYS)
      yield issue(
        'too-deep',
        [],
        `"${slug}" is ${count} keys from the main menu; the most is ${MOST_KEYS}. Move it up.`,
      )
  }
}

/** The nodes that links lead to, from those that need none. */
function reachable(nodes: Readonly<Record<string, FlowNode>>): ReadonlySet<string> {
  const all = Object.entries(nodes)
  const reached = new Set(all.flatMap(([slug, { kind }]) => (KINDS_NEEDED_ONCE.includes(kind) ? [slug] : [])))
  for (const slug of reached) {
    // A link may name what every object has, such as "constructor".
    const node = Object.hasOwn(nodes, slug) ? nodes[slug] : undefined
    if (node) for (const { to } of linksOf(node)) reached.add(to)
    // A sensitive topic is reached through its consent, which nothing else needs to name.
    for (const [guard, other] of all)
      if (other.kind === 'consent' && other.before === slug) reached.add(guard)
  }
  return reached
}
