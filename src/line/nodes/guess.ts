/** A guess offers the nodes that the words may mean; their slugs travel in the position. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { type NodeBehaviour, optionTo } from '../place.ts'
import { currentStep } from '../position.ts'

export const guess: NodeBehaviour<NodeOf<'guess'>> = {
  parts: () => 1,
  options: (_node, { position }) =>
    (currentStep(position).among ?? []).map((slug, index) => optionTo(index + 1, slug)),
  voice: () => [phrase('guess.ask')],
  sms: () => [phrase('guess.ask')],
}
