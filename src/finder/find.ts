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
import { type CarrierWish, carrierWish, isStopMisspelt, isSureStop } from './carrier-words.ts'
import { type Danger, dangerIn } from './danger.ts'
import { findMeaning, keywordFor, languageOf, type Meaning, type Reading } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import type { Keyword } from './keywords.ts'
import { isFromMachine } from './machine.ts'
import { blankOut, matchPatterns, matchWhole } from './match-patterns.ts'
import { messageText, withoutMarkup } from './message.ts'
import { otherLanguageOf } from './other-language.ts'
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
  /** The sign of an emergency, which has a rule of its own (`rules.json`). */
  readonly rule?: string
  readonly locale: string
}

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
/** From this likelihood on, a message is a cry for help, or may be one; measured by npm run bench -- finder. */
const CRISIS_THRESHOLD = 0.5
const POSSIBLE_CRISIS_THRESHOLD = 0.25
/** The same for a sign that needs help now. */
const EMERGENCY_THRESHOLD = 0.2
/** Where a pattern of danger stands in the message, so little is enough: it may speak of last year, or of another's mother. */
const LEAST_WITH_PATTERN = 0.02
/** Where a pattern of self-harm stands in the words of somebody who has taken pills, the pills come first. */
const OVERDOSE = 'overdose'

/** Never throws, whatever the words. */
export function find(finder: Finder, words: string, locale: string): Finding {
  const { written, text, message } = readMessage(finder, words)
  const heard = findAlarm(finder, message, locale)
  if (isFromMachine(finder, written, message, (rest) => findAlarm(finder, rest, locale) !== undefined))
    return finding({ kind: 'machine' }, heard)
  const start = message.slice(0, MAX_WORDS)
  const bare = start.filter((token) => !finder.fillers.has(token.text))
  const whole =
    findCarrierWord(text, locale) ??
    findWholeWish(finder, text, bare, locale) ??
    findPoliteWord(finder, bare, locale) ??
    findWritten(finder, words, text) ??
    findExact(finder, text, locale) ??
    findExact(finder, bare.map((token) => token.text).join(' '), locale)
  if (whole) return finding(whole, heard)
  const reading = findMeaning(finder, start, locale)
  // "I do not want to die" has the words of a cry.
  const unusual = blankOut(finder.exclusions, message).filter(({ text }) => text !== '')
  const danger = dangerIn(finder.danger, unusual)
  // In a long story the sign is looked for where danger is likeliest.
  const isLong = unusual.length > danger.window.length
  const sign = isLong ? findMeaning(finder, danger.window, locale) : reading
  const alarm = weigh(heard, sign, danger, isLong)
  const strange = otherLanguageOf(finder, written)
  const language = strange === undefined ? {} : { otherLanguage: strange }
  // Somebody who cries for help is not told that we will not write again.
  if (alarm)
    return {
      found: reading.meaning,
      heard: { ...alarm, locale: languageOf(finder, start, locale) },
      ...language,
    }
  const { meaning } = reading
  const wish = meaning.kind === 'node' ? undefined : findStopWithin(finder, start, locale)
  const found = wish ?? meaning
  const despair = danger.crisis >= POSSIBLE_CRISIS_THRESHOLD ? { despair: true as const } : {}
  if (wish) return { found, ...despair }
  return { found, ...despair, ...language }
}

/**
 * What patterns heard, or else what the examples teach. The pills that somebody has taken go before the wish to die, and the wish
 * to die before every other sign: its answer names the emergency number too.
 */
function weigh(
  heard: HeardAlarm | undefined,
  { emergency, rule }: Reading,
  danger: Danger,
  isLong: boolean,
): Pick<HeardAlarm, 'alarm' | 'rule'> | undefined {
  // All that a long story says beside its sign must not outweigh it.
  const least = isLong ? 0 : LEAST_WITH_PATTERN
  const isEmergency = emergency >= (heard?.alarm === 'emergency' ? least : EMERGENCY_THRESHOLD)
  const isCrisis = danger.crisis >= (heard?.alarm === 'crisis' ? least : CRISIS_THRESHOLD)
  if (isEmergency && (rule === OVERDOSE || !isCrisis)) return { alarm: 'emergency', rule }
  return isCrisis ? { alarm: 'crisis' } : undefined
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

function findCarrierWord(text: string, locale: string): Found | undefined {
  const wish = carrierWish(text)
  return wish && { kind: 'carrier', wish, locale }
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

/** "Please stop" and "sotp". Only words that mean nothing else here: "the end" is a question. */
function findPoliteWord(
  { keywords, meanings }: Finder,
  bare: readonly Token[],
  locale: string,
): Found | undefined {
  const [word, second] = bare
  if (!word || second || keywords.meanings.has(word.text)) return undefined
  const wish = carrierWish(word.text)
  if (isSureStop(word.text) || (isStopMisspelt(word.text) && !isKnown(meanings, word)))
    return { kind: 'stop', locale }
  return wish && wish !== 'stop' ? { kind: 'carrier', wish, locale } : undefined
}

/** "Stop texting me" is as clear as "STOP". */
function findStopWithin(
  { optOutsWithin, exclusions }: Finder,
  message: readonly Token[],
  locale: string,
): Found | undefined {
  const stops = matchPatterns(optOutsWithin, blankOut(exclusions, message))
  const stop = stops.find((each) => each === locale) ?? stops[0]
  return stop === undefined ? undefined : { kind: 'stop', locale: stop }
}

function isKnown(meanings: Finder['meanings'], { key }: Token): boolean {
  return [...meanings.values()].some(({ topics }) => topics.features.has(key))
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
