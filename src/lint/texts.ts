/** The texts of a node are those that its flow asks for: each part of it, and none besides. */
import type { FlowNode } from '../flow/node.ts'
import type { Draft } from '../line/draft.ts'
import { allParts, CHANNELS, type Check, nodeTexts } from './check.ts'

export const checkTexts: Check<Draft> = function* (draft) {
  for (const { slug, text, issue } of nodeTexts(draft)) {
    const node = draft.flow.nodes[slug]?.data
    if (!node) {
      yield issue('extra-text', [], `No flow has a node "${slug}". Remove its texts, or correct the slug.`)
      continue
    }
    for (const channel of CHANNELS) {
      const wanted = partsWanted(node, channel)
      const written = Object.keys(text[channel])
      for (const part of wanted)
        if (!written.includes(part))
          yield issue('missing-text', [channel], `The ${channel} part "${part}" is missing. Write it.`)
      for (const part of written)
        if (!wanted.includes(part))
          yield issue(
            'extra-text',
            [channel, part],
            `The flow has no ${channel} part "${part}". Remove it, or add it to the flow.`,
          )
    }
  }
}

/** The names of the texts that a node needs on a channel. */
function partsWanted(node: FlowNode, channel: (typeof CHANNELS)[number]): readonly string[] {
  if (node.kind === 'topic') return allParts(node, channel)
  return node.kind === 'consent' ? ['ask'] : []
}
