/** Each part has the same figures in every language. */
import { asciiDigits } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, translatedParts } from './check.ts'

export const checkClaims: Check<Draft> = function* (draft) {
  for (const { words, original, differs } of translatedParts(draft)) {
    const [there, here] = [figuresIn(original), figuresIn(words)]
    if (there !== here) yield differs('claim-differs', 'figures', there, here)
  }
}

/** Figures in digits of any script, each once: "27 in 100", "27 de cada 100" and "٢٧ من كل ١٠٠" have the same. */
export function figuresIn(text: string): string {
  const figures = asciiDigits(text)
    .match(/\d+([.,٫]\d+)*/g)
    ?.map((figure) => figure.replace(/[,٫]/, '.'))
  return [...new Set(figures)].sort().join(', ') || 'none'
}
