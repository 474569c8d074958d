/** A figure that one language tells, every language tells: in each part, the same numbers. */
import { type Check, issueAt } from './draft.ts'

export const checkClaims: Check = ({ flow, locales }) => {
  const [reference] = flow.settings.data.locales
  const original = reference === undefined ? undefined : locales[reference]
  if (!original) return []
  return Object.entries(locales).flatMap(([locale, { nodes }]) => {
    if (locale === reference) return []
    return Object.entries(nodes).flatMap(([node, { text, source }]) =>
      (['voice', 'sms'] as const).flatMap((channel) =>
        Object.entries(text[channel]).flatMap(([part, words]) => {
          const originalWords = original.nodes[node]?.text[channel][part]
          if (originalWords === undefined) return []
          const [there, here] = [figuresIn(originalWords), figuresIn(words)]
          if (there.join() === here.join()) return []
          const message = `The figures differ from those of locales/${reference}: ${list(there)} there, ${list(here)} here. Tell the same ones.`
          return [issueAt('claim-differs', source, [node, channel, part], message, { locale, node })]
        }),
      ),
    )
  })
}

/** Figures in digits, each once: "27 in 100" and "27 de cada 100" tell the same. */
function figuresIn(text: string): readonly string[] {
  return [...new Set(text.match(/\d+([.,]\d+)*/g)?.map((figure) => figure.replace(',', '.')))].sort()
}

function list(figures: readonly string[]): string {
  return figures.length === 0 ? 'none' : figures.join(', ')
}
