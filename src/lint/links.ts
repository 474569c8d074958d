/** Every link leads to a node there is, of a kind that makes sense there; every line has the nodes that keys need. */
import { closest, distance } from 'fastest-levenshtein'
import type { Issue } from '../authored/issue.ts'
import type { Path } from '../authored/source.ts'
import type { FlowNode, NodeKind } from '../flow/node.ts'
import { SETTINGS_FILE } from '../flow/read.ts'
import { type Check, issueAt } from './draft.ts'

interface Link {
  readonly to: string
  readonly path: Path
  /** The kind it must lead to, where only one makes sense. */
  readonly kind?: NodeKind
}

const KINDS_NEEDED_ONCE: readonly NodeKind[] = [
  'languages',
  'handoff',
  'helplines',
  'ways',
  'number',
  'sources',
  'guess',
]

export const checkLinks: Check = ({ flow }) => {
  const issues: Issue[] = []
  for (const [slug, { node, source }] of Object.entries(flow.nodes)) {
    for (const { to, path, kind } of linksOf(node)) {
      const at = ['nodes', slug, ...path]
      const target = flow.nodes[to]?.node
      if (!target) {
        const near = nearest(to, Object.keys(flow.nodes))
        const hint = near ? ` Did you mean "${near}"?` : ' Add it, or take the link away.'
        issues.push(issueAt('unknown-node', source, at, `There is no node "${to}".${hint}`, { node: slug }))
      } else if (to === slug) {
        issues.push(
          issueAt('dead-end', source, at, `"${slug}" leads to itself. Let it lead on.`, { node: slug }),
        )
      } else if (kind && target.kind !== kind) {
        const message = `"${to}" is a ${target.kind}, and only a ${kind} can stand here: people would be stuck.`
        issues.push(issueAt('dead-end', source, at, message, { node: slug }))
      }
    }
  }
  for (const kind of KINDS_NEEDED_ONCE) {
    const found = Object.entries(flow.nodes).filter(([, { node }]) => node.kind === kind)
    if (found.length === 1) continue
    const [slug, { source } = flow.settings] = found[1] ?? []
    const message =
      found.length === 0
        ? `No node is of the kind "${kind}". Every line needs one; add it to a file in flows/ (${SETTINGS_FILE} only lists settings).`
        : `"${slug}" is a second node of the kind "${kind}". Keep one.`
    issues.push(
      issueAt(
        'wrong-number-of-kind',
        source,
        slug ? ['nodes', slug] : [],
        message,
        slug ? { node: slug } : {},
      ),
    )
  }
  return issues
}

/** The links of a node, each with its place inside it. */
export function linksOf(node: FlowNode): readonly Link[] {
  switch (node.kind) {
    case 'menu':
      return node.options.map(({ to }, index) => ({ to, path: ['options', index] }))
    case 'topic':
      return node.related.map((to, index) => ({ to, path: ['related', index] }))
    case 'consent':
      return [{ to: node.before, path: ['before'], kind: 'topic' }]
    case 'languages':
      return [{ to: node.to, path: ['to'], kind: 'menu' }]
    case 'handoff':
      return [{ to: node.otherwise, path: ['otherwise'], kind: 'helplines' }]
    case 'helplines':
    case 'ways':
    case 'number':
    case 'sources':
    case 'guess':
      return []
  }
}

/** A name within two slips of the hand. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const near = closest(name, names)
  return distance(name, near) <= 2 ? near : undefined
}
