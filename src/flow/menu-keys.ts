/**
 * The keys that lead through menus to each node, by the shortest way; none for the first menu itself.
 *
 * @example
 * menuKeys(nodes, 'main').get('bone') // [2, 1]
 */
import type { FlowNode } from './node.ts'

export function menuKeys(
  nodes: Readonly<Record<string, FlowNode>>,
  main: string,
): ReadonlyMap<string, readonly number[]> {
  const keys = new Map<string, readonly number[]>([[main, []]])
  // A Map visits what is added while it is walked: a breadth-first search.
  for (const [slug, path] of keys) {
    const node = nodes[slug]
    if (node?.kind !== 'menu') continue
    for (const { key, to } of node.options) if (!keys.has(to)) keys.set(to, [...path, key])
  }
  return keys
}
