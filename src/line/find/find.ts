/**
 * What words mean: an alarm, a number, a command, a language, a node; in all locales at once, the current one first.
 *
 * @example
 * find(lexicon, '¿Huesos?', 'en') // { found: { kind: 'node', to: 'bone', locale: 'es' } }
 */
import type { Alarm } from '../../locale/schema.ts'
import { CARRIER_WORDS } from './carrier-words.ts'
import type { Lexicon, Term } from './lexicon.ts'
import { normalise } from './normalise.ts'

export type Found =
  | { readonly kind: 'carrier' }
  | { readonly kind: 'digits'; readonly digits: string }
  | Term
  | { readonly kind: 'nothing' }

export interface Finding {
  readonly found: Found
  readonly alarm?: Alarm
}

/** Never throws, whatever the words; reads at most the first 1,600 characters, Twilio's longest message. */
export function find(lexicon: Lexicon, words: string, locale: string): Finding {
  const text = normalise(words.slice(0, 1600))
  if (CARRIER_WORDS.has(text)) return { found: { kind: 'carrier' } }
  const alarm = findAlarm(lexicon, text)
  const found = findExact(lexicon, text, locale) ??
    findInSentence(lexicon, text, locale) ?? { kind: 'nothing' }
  return alarm ? { found, alarm } : { found }
}

function findAlarm({ alarms }: Lexicon, text: string): Alarm | undefined {
  const padded = ` ${text} `
  return alarms.find(({ phrase }) => padded.includes(` ${phrase} `))?.alarm
}

function findExact(lexicon: Lexicon, text: string, locale: string): Found | undefined {
  if (/^([0-9]{1,2}|[*#])$/.test(text)) return { kind: 'digits', digits: text }
  return termFor(lexicon, text, locale)
}

/** The longest keyword inside the sentence. Commands count only as a whole message: "more pain" asks about pain. */
function findInSentence(lexicon: Lexicon, text: string, locale: string): Term | undefined {
  const words = text.split(' ')
  for (let length = Math.min(lexicon.longest, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const term = termFor(lexicon, words.slice(start, start + length).join(' '), locale)
      if (term && term.kind !== 'command') return term
    }
  }
  return undefined
}

function termFor({ terms }: Lexicon, text: string, locale: string): Term | undefined {
  const found = Object.hasOwn(terms, text) ? terms[text] : undefined
  return found?.find((term) => term.locale === locale) ?? found?.[0]
}
