/** Every link leads to another node, one that exists and is of a kind that makes sense there. */
import { didYouMean } from '../authored/did-you-mean.ts'
import { type Path, withCause } from '../authored/issue.ts'
import type { FlowNode, NodeKind } from '../flow/node.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'

interface Link {
  readonly to: string
  readonly path: Path
  /** The kind it must lead to, where only one makes sense. */
  readonly kind?: NodeKind
}

export const checkLinks: Check<Draft> = function* (draft) {
  const { nodes } = draft.flow
  for (const { slug, node, issue } of flowNodes(draft)) {
    for (const { to, path, kind } of linksOf(node)) {
      const target = nodes[to]?.data
      if (!target) {
        const hint = didYouMean(to, Object.keys(nodes), 'Add it, or remove the link.')
        yield withCause(issue('unknown-node', path, `There is no node "${to}". ${hint}`), `node ${to}`)
      } else if (to === slug) {
        yield issue('dead-end', path, `"${slug}" leads to itself. Let it lead on.`)
      } else if (kind && target.kind !== kind) {
        const message = `"${to}" is a ${target.kind}, and only a ${kind} can stand here: people would be stuck.`
        yield issue('dead-end', path, message)
      }
    }
  }
}

/** The links of a node, each with its path inside the node. */
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
