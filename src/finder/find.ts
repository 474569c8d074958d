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
import type { Alarm } from '../locale/schema.ts'
import { type CarrierWish, carrierWish, isStopMisspelt } from './carrier-words.ts'
import { crisisScore } from './crisis-score.ts'
import { findMeaning, keywordFor, type Meaning } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import type { Keyword } from './keywords.ts'
import { isFromMachine } from './machine.ts'
import { blankOut, matchPatterns, matchWhole } from './match-patterns.ts'
import { messageText, withoutMarkup } from './message.ts'
import { type Token, toTokens } from './tokens.ts'

export type Found =
  /** A word that carriers know, whether or not one answers it here. */
  | { readonly kind: 'carrier'; readonly wish: CarrierWish; readonly locale: string }
  | { readonly kind: 'stop' | 'start'; readonly locale: string }
  /** No person wrote it. */
  | { readonly kind: 'machine' }
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

/** In characters: more than a form can hold (twilio/webhook-guards.ts). Danger is heard to the end; all passes are linear. */
const MAX_LENGTH = 65_536
/** What is asked is looked for in so many words; Twilio's longest SMS has 1,600 characters. */
const MAX_WORDS = 320
/** From this likelihood on, a message is a cry for help, or may be one; measured by npm run bench -- finder. */
const CRISIS_THRESHOLD = 0.885
const POSSIBLE_CRISIS_THRESHOLD = 0.29

/** Never throws, whatever the words. */
export function find(finder: Finder, words: string, locale: string): Finding {
  const { written, text, message } = readMessage(finder, words)
  const heard = findAlarm(finder, message, locale)
  if (isFromMachine(finder, written, message, (rest) => findAlarm(finder, rest, locale) !== undefined))
    return finding({ kind: 'machine' }, heard)
  const start = message.slice(0, MAX_WORDS)
  const bare = start.filter((token) => !finder.fillers.has(token.text))
  const whole =
    findWish(finder, text, bare, locale) ??
    findWritten(finder, words, text) ??
    findExact(finder, text, locale) ??
    findExact(finder, bare.map((token) => token.text).join(' '), locale)
  if (whole) return finding(whole, heard)
  const likelihood =
    heard?.alarm === 'crisis'
      ? 0
      : crisisScore(
          finder.crisis,
          message.map(({ key }) => key),
        )
  const isCry = heard !== undefined || likelihood >= CRISIS_THRESHOLD
  // Somebody who cries for help is not told that we will not write again.
  const stop = isCry ? undefined : findStopWithin(finder, text, start, locale)
  if (stop) return finding(stop, heard)
  const found = findMeaning(finder, start, locale)
  if (isCry && !heard)
    return finding(found, { alarm: 'crisis', locale: 'locale' in found ? found.locale : locale })
  return likelihood >= POSSIBLE_CRISIS_THRESHOLD
    ? { ...finding(found, heard), despair: true }
    : finding(found, heard)
}

/** The words as they were typed, without what a phone added; and in full instead of abbreviations. */
function readMessage({ signatures, abbreviations }: Finder, words: string) {
  const written = withoutMarkup(words.slice(0, MAX_LENGTH))
  const typed = blankOut(signatures, toTokens(messageText(written))).filter(({ text }) => text !== '')
  const message = typed.flatMap((token) => {
    const full = abbreviations.get(token.text)
    return full === undefined ? token : toTokens(full)
  })
  return { written, text: typed.map(({ text }) => text).join(' '), message }
}

function finding(found: Found, heard: HeardAlarm | undefined): Finding {
  return heard ? { found, heard } : { found }
}

/** A wish that is the whole message. "Please stop" is as clear as "STOP", though the carrier does not know it. */
function findWish(
  { keywords, optOuts, optIns, trainingPhrases, index }: Finder,
  text: string,
  bare: readonly Token[],
  current: string,
): Found | undefined {
  const wish = carrierWish(text)
  if (wish) return { kind: 'carrier', wish, locale: current }
  // "The end" is a question.
  if (keywords.meanings.has(text) || trainingPhrases.meanings.has(text)) return undefined
  const [word, second] = bare
  const polite = word && !second ? carrierWish(word.text) : undefined
  const isMisspelt = word && !second && isStopMisspelt(word.text) && !index.postings.has(word.key)
  if (polite === 'stop' || isMisspelt) return { kind: 'stop', locale: current }
  if (polite) return { kind: 'carrier', wish: polite, locale: current }
  const stop = matchWhole(optOuts, bare, current)
  if (stop !== undefined) return { kind: 'stop', locale: stop }
  const start = matchWhole(optIns, bare, current)
  return start === undefined ? undefined : { kind: 'start', locale: start }
}

function findStopWithin(
  { optOutsWithin, exclusions, trainingPhrases }: Finder,
  text: string,
  message: readonly Token[],
  current: string,
): Found | undefined {
  if (trainingPhrases.meanings.has(text)) return undefined
  const [first, ...others] = matchPatterns(optOutsWithin, blankOut(exclusions, message))
  if (first === undefined) return undefined
  return { kind: 'stop', locale: others.includes(current) ? current : first }
}

/** Self-harm goes before other emergencies: its answer names the emergency number too. */
function findAlarm(
  { alarms, exclusions }: Finder,
  message: readonly Token[],
  current: string,
): HeardAlarm | undefined {
  const cries = matchPatterns(alarms, blankOut(exclusions, message))
  const crises = cries.filter(({ alarm }) => alarm === 'crisis')
  const first = crises.length > 0 ? crises : cries
  return first.find(({ locale }) => locale === current) ?? first[0]
}

/** Words with accents are in the language that writes them so. */
function findWritten({ keywords }: Finder, words: string, text: string): Keyword | undefined {
  const meanings = keywords.meanings.get(text)
  if (!meanings) return undefined
  const written = words.normalize('NFC').toLowerCase().trim()
  return written === text ? undefined : meanings.find((keyword) => keyword.written === written)
}

function findExact({ keywords }: Finder, text: string, locale: string): Found | undefined {
  if (/^([0-9]{1,2}|[*#])$/.test(text)) return { kind: 'digits', digits: text }
  return keywordFor(keywords.meanings.get(text) ?? [], locale)
}
