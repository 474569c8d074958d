/**
 * What words mean: a cry for help, an opt-out, a number, a command, a language, a node, or a few guesses; in all
 * locales at once, the current one first.
 *
 * The order is that of docs/design/README.md "Safety": opt-outs, emergency and crisis words, then everything else, the surest first.
 *
 * @example
 * find(finder, '¿Huesos?', 'en') // { found: { kind: 'node', to: 'bone', locale: 'es' } }
 * find(finder, 'my legs went numb', 'en') // { heard: { alarm: 'emergency', locale: 'en' }, found: { to: 'spine', … } }
 */
import type { Alarm } from '../locale/schema.ts'
import { CARRIER_STOP_WORDS, CARRIER_WORDS } from './carrier-words.ts'
import { crisisScore } from './crisis-score.ts'
import { findMeaning, keywordFor, type Meaning } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import type { Keyword } from './keywords.ts'
import { blankOut, matchPatterns, matchWhole } from './match-patterns.ts'
import { normalise, type Token, toTokens } from './tokens.ts'

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
const MAX_LENGTH = 1600
/** From this likelihood on, a message is a cry for help, or may be one; measured by npm run bench -- finder. */
const CRISIS_THRESHOLD = 0.885
const POSSIBLE_CRISIS_THRESHOLD = 0.29

/** Never throws, whatever the words. */
export function find(finder: Finder, words: string, locale: string): Finding {
  const text = normalise(words.slice(0, MAX_LENGTH))
  if (CARRIER_WORDS.has(text)) return { found: { kind: 'carrier' } }
  const message = toTokens(text.replace(/[^ ]+/g, (word) => finder.abbreviations.get(word) ?? word))
  const bare = message.filter((token) => !finder.fillers.has(token.text))
  const optOut = findOptOut(finder, message, bare, locale)
  if (optOut) return { found: { kind: 'stop', locale: optOut } }
  const heard = findAlarm(finder, message, locale)
  const exact =
    findWritten(finder, words, text) ??
    findExact(finder, text, locale) ??
    findExact(finder, bare.map((token) => token.text).join(' '), locale)
  const found = exact ?? findMeaning(finder, message, locale)
  if (exact || heard?.alarm === 'crisis') return finding(found, heard)
  const likelihood = crisisScore(
    finder.crisis,
    message.map(({ key }) => key),
  )
  if (likelihood >= CRISIS_THRESHOLD && !heard)
    return finding(found, { alarm: 'crisis', locale: 'locale' in found ? found.locale : locale })
  return likelihood >= POSSIBLE_CRISIS_THRESHOLD
    ? { ...finding(found, heard), despair: true }
    : finding(found, heard)
}

function finding(found: Found, heard: HeardAlarm | undefined): Finding {
  return heard ? { found, heard } : { found }
}

/** The locale of an opt-out. "Please stop" is as clear as "STOP", though the carrier does not know it. */
function findOptOut(
  { optOuts, optOutsWithin }: Finder,
  message: readonly Token[],
  bare: readonly Token[],
  current: string,
): string | undefined {
  if (bare.length === 1 && bare.some(({ text }) => CARRIER_STOP_WORDS.has(text))) return current
  return matchWhole(optOuts, bare) ?? matchPatterns(optOutsWithin, message)[0]
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
