/**
 * Words of the carriers, as a whole message or with polite words around them.
 *
 * @example
 * findCarrierWord(finder, 'stop', ['en']) // { kind: 'carrier', wish: 'stop', locale: 'en' }
 * findPoliteWord(finder, tokenize('sotp', spelling), ['en']) // { kind: 'stop', locale: 'en' }
 */
import { carrierWish, isStopMisspelt, isSureStop } from './carrier-words.ts'
import type { Found } from './find.ts'
import { isKnown, meaningFor } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import type { Token } from './tokens.ts'

/** Of words that Twilio does not know, the language is that of the carriers who do. */
export function findCarrierWord(
  { carrierWords }: Finder,
  text: string,
  locales: readonly string[],
): Found | undefined {
  const [locale = ''] = locales
  const wish = carrierWish(text)
  if (wish) return { kind: 'carrier', wish, locale }
  const known = meaningFor(carrierWords.get(text) ?? [], locales)
  return known && { kind: 'carrier', ...known }
}

/** "Please stop" and "sotp". Only words that mean nothing else here: "the end" is a question. */
export function findPoliteWord(
  finder: Finder,
  bare: readonly Token[],
  locales: readonly string[],
): Found | undefined {
  const [locale = ''] = locales
  const [word, second] = bare
  if (!word || second || finder.keywords.meanings.has(word.text)) return undefined
  const known = findCarrierWord(finder, word.text, locales)
  if (isSureStop(word.text) || (isStopMisspelt(word.text) && !isKnown(finder, word.key)))
    return { kind: 'stop', locale }
  return known?.kind === 'carrier' && known.wish !== 'stop' ? known : undefined
}
