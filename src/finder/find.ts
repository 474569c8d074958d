/**
 * What words mean: a cry for help, an opt-out, a machine's words, a number, a command, a language, a node, or a few guesses; in all
 * locales at once, the current one first.
 *
 * The order is that of docs/design/README.md "Safety": machines, opt-outs, emergency and crisis words, then everything else, the surest first.
 *
 * @example
 * find(finder, '¿Huesos?', 'en') // { found: { kind: 'node', to: 'bone', locale: 'es' } }
 * find(finder, 'my legs went numb', 'en') // { heard: { alarm: 'emergency', locale: 'en' }, found: { to: 'spine', … } }
 */
import type { CarrierWish } from './carrier-words.ts'
import { findCarrierWord, findPoliteWord } from './find-carrier-word.ts'
import { findAlarm, weighMessage } from './find-danger.ts'
import { findMeaning, type Meaning, meaningFor } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import type { Keyword } from './keywords.ts'
import { isUnknownAlone } from './lone-word.ts'
import { isFromMachine } from './machine.ts'
import { blankOut, matchPatterns, matchWhole } from './match-patterns.ts'
import { messageText, withoutMarkup } from './message.ts'
import { otherLanguageOf } from './other-language.ts'
import { withoutPhrases } from './phrase-index.ts'
import { type Token, toTokens } from './tokens.ts'
import type { HeardAlarm } from './weigh-danger.ts'

export type Found =
  /** A word that carriers know, whether or not one answers it here. */
  | { readonly kind: 'carrier'; readonly wish: CarrierWish; readonly locale: string }
  | { readonly kind: 'stop' | 'start'; readonly locale: string }
  /** No person wrote it. */
  | { readonly kind: 'machine' }
  | { readonly kind: 'digits'; readonly digits: string }
  | Meaning

export interface Finding {
  readonly found: Found
  readonly heard?: HeardAlarm
  /** Words of despair that may be a cry: what was asked is answered, and the crisis line is named beside it. */
  readonly despair?: true
  /** What was found is chance: the message is in this language, which the line lacks. */
  readonly otherLanguage?: string
}

/** In characters: more than a form can hold (twilio/webhook-guards.ts). Danger is heard to the end; all passes are linear. */
const MAX_LENGTH = 65_536
/** What is asked is looked for in so many words; Twilio's longest SMS has 1,600 characters. */
const MAX_WORDS = 320

/** Words of several languages are those of the conversation's, `locale`, then of the first `offered`. Never throws, whatever the words. */
export function find(
  finder: Finder,
  words: string,
  locale: string,
  offered: readonly string[] = [],
): Finding {
  const locales = [locale, ...offered]
  const { written, text, message } = readMessage(finder, words)
  const unusual = blankOut(finder.exclusions, message)
  const heard = findAlarm(finder, unusual, locales)
  const hasAlarm = (rest: readonly Token[]) =>
    findAlarm(finder, blankOut(finder.exclusions, rest), locales) !== undefined
  if (isFromMachine(finder, written, message, hasAlarm)) return finding({ kind: 'machine' }, heard)
  const start = message.slice(0, MAX_WORDS)
  const bare = withoutPhrases(finder.fillers, start)
  const whole =
    findCarrierWord(finder, text, locales) ??
    findWholeWish(finder, text, bare, locale) ??
    findPoliteWord(finder, bare, locales) ??
    findWritten(finder, words, text, locales) ??
    findExact(finder, text, locales) ??
    findExact(finder, bare.map((token) => token.text).join(' '), locales)
  if (whole) return finding(whole, heard)
  const reading = findMeaning(finder, start, locale)
  const weighed = weighMessage(finder, { heard, reading, message, unusual, locale })
  const otherLanguage = otherLanguageOf(finder, written)
  const language = otherLanguage === undefined ? {} : { otherLanguage }
  // Of a language that they are not in, examples tell nothing; a pattern stands there in words of the line's own.
  const isForeign = otherLanguage !== undefined && !heard
  const isUnknown = isUnknownAlone(finder.loneSigns, start) && !heard
  const { alarm, mayBeCrisis } = isForeign || isUnknown ? { mayBeCrisis: false } : weighed
  // "Please do not leave me alone with these pills" asks for no silence.
  const isChance = (isUnknown && isGrave(reading.meaning)) || (mayBeCrisis && reading.meaning.kind === 'stop')
  const meaning: Meaning = isChance ? { kind: 'nothing', locale: reading.meaning.locale } : reading.meaning
  const despair = mayBeCrisis && alarm?.alarm !== 'crisis' ? { despair: true as const } : {}
  if (alarm) return { found: meaning, heard: { ...alarm, locale: meaning.locale }, ...despair, ...language }
  const mayStop = meaning.kind !== 'node' && !mayBeCrisis
  const wish = mayStop ? findStopWithin(finder, unusual.slice(0, MAX_WORDS), locale) : undefined
  const found = wish ?? meaning
  return { found, ...despair, ...(wish ? {} : language) }
}

/** What nobody should be told by mistake: that we will not write again, or that we are sorry for a death. */
function isGrave(meaning: Meaning): boolean {
  return meaning.kind === 'stop' || (meaning.kind === 'reply' && meaning.to === 'grief')
}

/** The words as they were typed, without what a phone added; and in full instead of abbreviations. */
function readMessage({ signatures, abbreviations, spelling }: Finder, words: string) {
  const written = withoutMarkup(words.slice(0, MAX_LENGTH))
  const typed = blankOut(signatures, toTokens(messageText(written, spelling), spelling)).filter(
    ({ text }) => text !== '',
  )
  const message = typed.flatMap((token) => {
    const full = abbreviations.get(token.text)
    return full === undefined ? token : toTokens(full, spelling)
  })
  return { written, text: typed.map(({ text }) => text).join(' '), message }
}

function finding(found: Found, heard: HeardAlarm | undefined): Finding {
  return heard ? { found, heard } : { found }
}

/** "No more texts" is as clear as "STOP", though the carrier does not know it. */
function findWholeWish(
  { keywords, optOuts, optIns }: Finder,
  text: string,
  bare: readonly Token[],
  locale: string,
): Found | undefined {
  if (keywords.meanings.has(text)) return undefined
  const stop = matchWhole(optOuts, bare, locale)
  if (stop !== undefined) return { kind: 'stop', locale: stop }
  const start = matchWhole(optIns, bare, locale)
  return start === undefined ? undefined : { kind: 'start', locale: start }
}

/** "Stop texting me" is as clear as "STOP". */
function findStopWithin(
  { optOutsWithin }: Finder,
  unusual: readonly Token[],
  locale: string,
): Found | undefined {
  const stops = matchPatterns(optOutsWithin, unusual)
  const stop = stops.find((each) => each === locale) ?? stops[0]
  return stop === undefined ? undefined : { kind: 'stop', locale: stop }
}

/** Words with accents are in the language that writes them so. */
function findWritten(
  { keywords }: Finder,
  words: string,
  text: string,
  locales: readonly string[],
): Keyword | undefined {
  const meanings = keywords.meanings.get(text)
  if (!meanings) return undefined
  const written = words.normalize('NFC').toLowerCase().trim()
  if (written === text) return undefined
  return meaningFor(
    meanings.filter((keyword) => keyword.written === written),
    locales,
  )
}

function findExact({ keywords }: Finder, text: string, locales: readonly string[]): Found | undefined {
  if (/^([0-9]{1,2}|[*#])$/.test(text)) return { kind: 'digits', digits: text }
  return meaningFor(keywords.meanings.get(text) ?? [], locales)
}
