/**
 * In which language what was found is answered, by where the person is.
 *
 * @example
 * inLanguageChosen(place, { found: { kind: 'node', to: 'bone', locale: 'es' } }) // { found: { …, locale: 'en' } } in an English call
 */
import type { Finding } from '../finder/find.ts'
import { currentNode, isSpoken, localesOffered, type Place } from './place.ts'

/**
 * Speech recognition listens in the language of the call, so a match with words of another language is chance, and a caller
 * would go on in a language that they may not speak. A text may be in any language, and so may the first words of a call.
 */
export function inLanguageChosen(place: Place, finding: Finding): Finding {
  const { locale, trail } = place.position
  const isFirst = trail.length === 1 && locale === localesOffered(place)[0]
  const mayChange = isFirst && currentNode(place).kind === 'languages'
  const inVoice = (named: string) => (mayChange && isSpoken(place.line, named) ? named : locale)
  const { found, heard } = finding
  return {
    ...finding,
    found: 'locale' in found ? { ...found, locale: inVoice(found.locale) } : found,
    ...(heard ? { heard: { ...heard, locale: inVoice(heard.locale) } } : {}),
  }
}

/** A conversation stays in its language until another is asked for by name; danger is answered in the language of its words. */
export function inLanguageOfConversation(
  { position: { locale } }: Place,
  finding: Finding,
): Finding & { offer?: string } {
  const { found, otherLanguage } = finding
  const isAnswered = found.kind === 'node' || found.kind === 'guesses' || found.kind === 'reply'
  return isAnswered && !otherLanguage && found.locale !== locale
    ? { ...finding, found: { ...found, locale }, offer: found.locale }
    : finding
}
