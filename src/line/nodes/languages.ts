/**
 * The languages of the number that was called, each offered in itself by its own voice: four at a time, then more. Who waits hears
 * the next ones without a key (reprompt.ts), since no other language may be understood.
 *
 * @example
 * // "English, press 1. Español, oprima 2. Kreyòl, peze 3. 中文,请按 4. For more languages, press 5."
 */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { localesOffered, type NodeBehaviour, nodeText, type Option, type Place } from '../place.ts'
import { currentStep } from '../position.ts'

/** Nobody keeps more in mind (docs/design/standards.md 1.3, IVR-04), and each takes two seconds. */
const LANGUAGES_A_PAGE = 4
const MORE = LANGUAGES_A_PAGE + 1

export const languages: NodeBehaviour<NodeOf<'languages'>> = {
  // By phone a key leads on, or waiting.
  parts: (_node, place) => (place.context.channel === 'sms' ? languagePages(place) : 1),
  options: (_node, place) => {
    const page = Math.min(currentStep(place.position).part, languagePages(place))
    const here = localesOffered(place).slice((page - 1) * LANGUAGES_A_PAGE, page * LANGUAGES_A_PAGE)
    return [...here.map((locale, index) => offer(place, locale, index + 1)), ...more(place, page)]
  },
  voice: (_node, place) =>
    // A call opens with the name of the line; one that comes back here to change language knows it already.
    place.position.trail.length === 1 && currentStep(place.position).part === 1
      ? [phrase('voice.answering', { name: place.line.settings.name })]
      : [],
  sms: () => [nodeText('languages', 'title')],
}

export function languagePages(place: Place): number {
  return Math.ceil(localesOffered(place).length / LANGUAGES_A_PAGE)
}

/** The keys that choose a language with a voice in a call: past the pages before its own. None where there is no choice. */
export function languageKeys(place: Pick<Place, 'line' | 'context'>, locale: string): readonly string[] {
  const offered = localesOffered(place)
  const index = offered.indexOf(locale)
  if (offered.length === 1) return []
  const pages = Array<string>(Math.floor(index / LANGUAGES_A_PAGE)).fill(String(MORE))
  return [...pages, String((index % LANGUAGES_A_PAGE) + 1)]
}

function offer({ line }: Place, locale: string, key: number): Option {
  const name = { key: 'phrases:languageName' }
  return {
    key: String(key),
    intent: { kind: 'locale', locale },
    label: name,
    voice: { ...phrase('voice.language', { key }), locale },
    sms: phrase('sms.option', { key, title: line.locales[locale]?.settings.name ?? locale }),
  }
}

/** By text, MORE does. */
function more(place: Place, page: number): readonly Option[] {
  const pages = languagePages(place)
  if (pages === 1 || place.context.channel === 'sms') return []
  const label = phrase('ways.language')
  const voice = phrase('voice.moreLanguages', { key: MORE })
  return [{ key: String(MORE), intent: { kind: 'part', part: (page % pages) + 1 }, label, voice, sms: voice }]
}
