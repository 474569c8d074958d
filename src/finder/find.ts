/**
 * What words mean: a cry for help, an opt-out, a number, a command, a language, a node, or a few guesses; in all
 * locales at once, the current one first.
 *
 * The order is that of DESIGN.md "Safety": stop words, emergency and crisis words, then everything else, the surest first.
 *
 * @example
 * find(lexicon, '¿Huesos?', 'en') // { found: { kind: 'node', to: 'bone', locale: 'es' } }
 * find(lexicon, 'my legs went numb', 'en') // { heard: { alarm: 'emergency', locale: 'en' }, found: { to: 'spine', … } }
 */
import type { Alarm } from '../locale/schema.ts'
import type { Term } from './build-terms.ts'
import { CARRIER_STOP_WORDS, CARRIER_WORDS } from './carrier-words.ts'
import { findMeaning, type Meaning, termFor } from './find-meaning.ts'
import { type Finder, openFinder } from './finder.ts'
import type { Lexicon } from './lexicon.ts'
import { blankOut, matchPatterns, matchWhole } from './match-patterns.ts'
import { normalise } from './normalise.ts'
import { hear, type Message } from './vocabulary.ts'
import { weighCry } from './weigh-cry.ts'

export type Found =
  | { readonly kind: 'carrier' }
  | { readonly kind: 'stop'; readonly locale: string }
  | { readonly kind: 'digits'; readonly digits: string }
  | Meaning

/** A cry for help, and the language it is in. */
export interface HeardAlarm {
  readonly alarm: Alarm
  readonly locale: string
}

export interface Finding {
  readonly found: Found
  readonly heard?: HeardAlarm
  /** Words of despair that may be a cry: what was asked is answered, and the crisis line is named beside it. */
  readonly despair?: true
}

/** Twilio's longest message. */
const LONGEST_MESSAGE = 1600
/** From this likelihood on, a message is a cry for help, or may be one; measured by npm run bench:finding. */
const CRY = 0.885
const DESPAIR = 0.29

/** Never throws, whatever the words. */
export function find(lexicon: Lexicon, words: string, locale: string): Finding {
  const text = normalise(words.slice(0, LONGEST_MESSAGE))
  if (CARRIER_WORDS.has(text)) return { found: { kind: 'carrier' } }
  const finder = openFinder(lexicon)
  const message = hear(finder.vocabulary, longhand(finder, text))
  const bare = withoutFillers(finder, message)
  const stop = findStop(finder, message, bare, locale)
  if (stop) return { found: { kind: 'stop', locale: stop } }
  const heard = findAlarm(finder, message, locale)
  const exact =
    findWritten(finder, words, text) ??
    findExact(finder, text, locale) ??
    findExact(finder, bare.written.join(' '), locale)
  const found = exact ?? findMeaning(finder, message, locale)
  if (exact || heard?.alarm === 'crisis') return finding(found, heard)
  const likelihood = weighCry(finder.cries, message.soundTexts)
  if (likelihood >= CRY && !heard)
    return finding(found, { alarm: 'crisis', locale: localeOf(found) ?? locale })
  return likelihood >= DESPAIR ? { ...finding(found, heard), despair: true } : finding(found, heard)
}

function finding(found: Found, heard: HeardAlarm | undefined): Finding {
  return heard ? { found, heard } : { found }
}

function localeOf(found: Found): string | undefined {
  return 'locale' in found ? found.locale : undefined
}

/** "u" is "you", and "idk" is four words. */
function longhand({ shorthand }: Finder, text: string): readonly string[] {
  const words = text.split(' ')
  return words.some((word) => shorthand.has(word))
    ? words.flatMap((word) => shorthand.get(word) ?? word)
    : words
}

function withoutFillers({ vocabulary, fillers }: Finder, message: Message): Message {
  if (!message.words.some((number) => fillers[number] === 1)) return message
  return hear(
    vocabulary,
    message.written.filter((_, at) => fillers[message.words[at] as number] !== 1),
  )
}

/** "Please stop" is as clear as "STOP", though the carrier does not know it. */
function findStop(
  { stops, stopPhrases }: Finder,
  message: Message,
  bare: Message,
  current: string,
): string | undefined {
  if (bare.written.length === 1 && CARRIER_STOP_WORDS.has(bare.written[0] as string)) return current
  return matchWhole(stops, bare) ?? matchPatterns(stopPhrases, message)[0]
}

/** Self-harm goes before other emergencies: its answer names the emergency number too. */
function findAlarm({ alarms, ordinary }: Finder, message: Message, current: string): HeardAlarm | undefined {
  const cries = matchPatterns(alarms, blankOut(ordinary, message)).map((tag) => {
    const [alarm, locale] = tag.split('/') as [Alarm, string]
    return { alarm, locale }
  })
  for (const kind of ['crisis', 'emergency'] as const) {
    const heard = cries.filter(({ alarm }) => alarm === kind)
    if (heard.length > 0) return heard.find(({ locale }) => locale === current) ?? heard[0]
  }
  return undefined
}

/** Words with accents are in the language that writes them so. */
function findWritten({ termsByText }: Finder, words: string, text: string): Term | undefined {
  const terms = termsByText.get(text)
  if (!terms) return undefined
  const written = words.normalize('NFC').toLowerCase().trim()
  return written === text ? undefined : terms.find((term) => term.written === written)
}

function findExact({ termsByText }: Finder, text: string, locale: string): Found | undefined {
  if (/^([0-9]{1,2}|[*#])$/.test(text)) return { kind: 'digits', digits: text }
  return termFor(termsByText.get(text) ?? [], locale)
}
