/** A two-digit number stands for one node only, since people keep it on a card. */
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'

export const checkNumbers: Check<Draft> = function* (draft) {
  const owners = new Map<number, string>()
  for (const { slug, node, issue } of flowNodes(draft)) {
    if (!('number' in node)) continue
    const owner = owners.get(node.number)
    if (owner)
      yield issue(
        'number-used-twice',
        ['number'],
        `The number ${node.number} belongs to "${owner}". Choose another.`,
      )
    else owners.set(node.number, slug)
  }
}
