/** A two-digit number stands for one topic only, since people keep it on a card. */
import { type Check, issueAt } from './draft.ts'

export const checkNumbers: Check = ({ flow }) => {
  const owners = new Map<number, string>()
  return Object.entries(flow.nodes).flatMap(([slug, { node, source }]) => {
    if (!('number' in node)) return []
    const owner = owners.get(node.number)
    if (owner)
      return [
        issueAt(
          'number-used-twice',
          source,
          ['nodes', slug, 'number'],
          `The number ${node.number} belongs to "${owner}". Choose another.`,
          { node: slug },
        ),
      ]
    owners.set(node.number, slug)
    return []
  })
}
