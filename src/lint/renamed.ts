/**
 * A node or a part that has another name in the flows than in the texts of every language. All that names it follows from that, so this
 * is looked at first.
 *
 * @example
 * flows/symptoms.yaml:12:3 missing-text (node livers): "livers" has no texts, and the texts of "liver" have no node. …
 */
import { nearest } from '../authored/did-you-mean.ts'
import type { Draft } from '../line/draft.ts'
import { allParts, CHANNELS, type Check, flowNodes } from './check.ts'

export const checkRenamed: Check<Draft> = function* (draft) {
  const { nodes } = draft.flow
  const locales = Object.values(draft.locales)
  const written = new Set(locales.flatMap((locale) => Object.keys(locale.nodes)))
  const homeless = [...written].filter((slug) => !nodes[slug])
  for (const { slug, node, issue } of flowNodes(draft)) {
    const other = written.has(slug) ? undefined : nearest(slug, homeless)
    if (other)
      yield {
        ...issue(
          'missing-text',
          [],
          `"${slug}" has no texts, and the texts of "${other}" have no node. Give both one name: a slug is changed in flows/ and in every language at once.`,
        ),
        causes: [`node ${slug}`, `node ${other}`],
      }
    if (node.kind !== 'topic') continue
    for (const channel of CHANNELS) {
      const parts = allParts(node, channel)
      const texts = locales.flatMap((locale) => {
        const text = locale.nodes[slug]?.data[channel]
        return text ? [text] : []
      })
      const untold = parts.filter((part) => texts.every((text) => !Object.hasOwn(text, part)))
      const unasked = new Set(
        texts.flatMap((text) => Object.keys(text)).filter((part) => !parts.includes(part)),
      )
      const [part] = untold
      const [other] = [...unasked]
      if (texts.length > 0 && part && other && untold.length === 1 && unasked.size === 1)
        yield {
          ...issue(
            'missing-text',
            ['parts', channel, parts.indexOf(part)],
            `The ${channel} part "${part}" has no text, and the text of "${other}" no part. Give both one name: a part is renamed in flows/ and in every language at once.`,
          ),
          causes: [`part ${slug}.${part}`, `part ${slug}.${other}`],
        }
    }
  }
}
