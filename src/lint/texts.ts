/** The texts of a node are those that its flow asks for: each part of it, and none besides. */
import { didYouMean, nearest } from '../authored/did-you-mean.ts'
import type { FlowNode } from '../flow/node.ts'
import type { Draft } from '../line/draft.ts'
import { allParts, CHANNELS, type Check, nodeTexts } from './check.ts'

export const checkTexts: Check<Draft> = function* (draft) {
  for (const { locale, slug, text, issue } of nodeTexts(draft)) {
    const node = draft.flow.nodes[slug]?.data
    if (!node) {
      const lacking = Object.keys(draft.flow.nodes).filter((each) => !draft.locales[locale]?.nodes[each])
      const near = nearest(slug, lacking)
      const advice = near ? `Did you mean "${near}"?` : 'Remove its texts, or correct the slug.'
      yield {
        ...issue('extra-text', [], `No flow has a node "${slug}". ${advice}`),
        causes: [`node ${slug}`, ...(near ? [`texts ${locale} ${near}`] : [])],
        follows: [`node ${slug}`],
      }
      continue
    }
    for (const channel of CHANNELS) {
      const wanted = partsWanted(node, channel)
      const written = Object.keys(text[channel])
      const missing = wanted.filter((part) => !written.includes(part))
      const extra = written.filter((part) => !wanted.includes(part))
      // A part by another name is both.
      for (const part of extra)
        yield {
          ...issue(
            'extra-text',
            [channel, part],
            `The flow has no ${channel} part "${part}". ${meantPart(part, missing)}`,
          ),
          causes: [
            `part ${slug}.${part}`,
            ...(missing.length === 1 ? [`part ${locale} ${slug}.${channel}`] : []),
          ],
          follows: [`part ${slug}.${part}`],
        }
      for (const part of missing)
        yield {
          ...issue('missing-text', [channel], `The ${channel} part "${part}" is missing. Write it.`),
          follows: [`part ${slug}.${part}`, `part ${locale} ${slug}.${channel}`],
        }
    }
  }
}

function meantPart(part: string, missing: readonly string[]): string {
  const [only] = missing
  if (only && missing.length === 1) return `Rename it to "${only}", which has no text here, or remove it.`
  return didYouMean(part, missing, 'Remove it, or add it to the flow.')
}

/** The names of the texts that a node needs on a channel. */
function partsWanted(node: FlowNode, channel: (typeof CHANNELS)[number]): readonly string[] {
  if (node.kind === 'topic') return allParts(node, channel)
  return node.kind === 'consent' ? ['ask'] : []
}
