/** Each part has the same figures in every language. */
import type { Draft } from '../line/draft.ts'
import { type Check, nodeTexts, partsOf } from './check.ts'

export const checkClaims: Check<Draft> = function* (draft) {
  const [reference = ''] = draft.flow.settings.data.locales
  for (const { slug, text, issue } of nodeTexts(draft)) {
    const original = draft.locales[reference]?.nodes[slug]?.data
    for (const { channel, part, words } of partsOf(text)) {
      const [there, here] = [figuresIn(original?.[channel][part] ?? words), figuresIn(words)]
      if (there !== here)
        yield issue(
          'claim-differs',
          [channel, part],
          `The figures differ from those of locales/${reference}: ${there} there, ${here} here. Tell the same ones.`,
        )
    }
  }
}

/** Figures in digits, each once: "27 in 100" and "27 de cada 100" have the same. */
function figuresIn(text: string): string {
  const figures = text.match(/\d+([.,]\d+)*/g)?.map((figure) => figure.replace(',', '.'))
  return [...new Set(figures)].sort().join(', ') || 'none'
}
