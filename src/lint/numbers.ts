/** A two-digit number stands for one node only, since people keep it on a card. */
import { isOwn } from '../authored/own-path.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'

export const checkNumbers: Check<Draft> = function* (draft) {
  const owners = new Map<number, ReturnType<typeof flowNodes> extends Generator<infer Node> ? Node : never>()
  for (const here of flowNodes(draft)) {
    if (!('number' in here.node)) continue
    const { number } = here.node
    const first = owners.get(number)
    if (!first) {
      owners.set(number, here)
      continue
    }
    const told = ({ issue }: typeof here, owner: string) =>
      issue('number-used-twice', ['number'], `The number ${number} belongs to "${owner}". Choose another.`)
    const [atHere, atFirst] = [told(here, first.slug), told(first, here.slug)]
    // What the operator has added is what does not fit.
    yield isOwn(atFirst.file) && !isOwn(atHere.file) ? atFirst : atHere
  }
}
