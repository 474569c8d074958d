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
import type { Alarm } from '../../locale/schema.ts'
import { CARRIER_STOP_WORDS, CARRIER_WORDS } from './carrier-words.ts'
import type { Lexicon, Term } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { blankOut, type Heard, hear, matchPhrases } from './phrase-match.ts'
import { saidExactly } from './said-exactly.ts'
import { type Hit, search } from './search.ts'
import { weighCry } from './weigh-cry.ts'

export type Found =
  | { readonly kind: 'carrier' }
  | { readonly kind: 'stop'; readonly locale: string }
  | { readonly kind: 'digits'; readonly digits: string }
  | Pick<Term, 'kind' | 'to' | 'locale'>
  /** Not sure: two or three nodes, the likeliest first. */
  | { readonly kind: 'guesses'; readonly nodes: readonly string[]; readonly locale: string }
  | { readonly kind: 'nothing' }

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
/** A hit below this score is chance; measured on test/finding (npm run bench:finding). */
const LEAST_SCORE = 4
/** The best hit is sure when it scores so many times the next. */
const SURE_LEAD = 2.5
/** A keyword in the sentence counts as much as this score, and more for each further word it has. */
const KEYWORD_SCORE = 4
/** A word of an everyday phrase that stands in the message counts as much as this score. */
const PHRASE_SCORE = 3
/** From this weight on, a word tells by itself what is asked. */
const TELLING_WEIGHT = 0.7
const MOST_GUESSES = 3
/** From this likelihood on, a message is a cry for help, or may be one; measured as above. */
const CRY = 0.9
const DESPAIR = 0.3

/** Never throws, whatever the words. */
export function find(lexicon: Lexicon, words: string, locale: string): Finding {
  const text = normalise(words.slice(0, LONGEST_MESSAGE))
  if (CARRIER_WORDS.has(text)) return { found: { kind: 'carrier' } }
  const message = text.split(' ').flatMap((word) => longhand(lexicon, word))
  const heardWords = message.map(hear)
  const bare = withoutFillers(lexicon, message)
  const stop = findStop(lexicon, heardWords, bare, locale)
  if (stop) return { found: { kind: 'stop', locale: stop } }
  const heard = findAlarm(lexicon, heardWords, locale)
  const exact =
    findWritten(lexicon, words, text) ?? findExact(lexicon, text, locale) ?? findExact(lexicon, bare, locale)
  const found = exact ?? findMeaning(lexicon, message, locale)
  if (exact || heard?.alarm === 'crisis') return heard ? { found, heard } : { found }
  const likelihood = weighCry(lexicon.cries, heardWords)
  if (likelihood >= CRY && !heard)
    return { found, heard: { alarm: 'crisis', locale: localeOf(found) ?? locale } }
  return { found, ...(heard && { heard }), ...(likelihood >= DESPAIR && { despair: true }) }
}

function localeOf(found: Found): string | undefined {
  return 'locale' in found ? found.locale : undefined
}

/** "u" is "you", and "idk" is four words. */
function longhand({ shorthand }: Lexicon, word: string): readonly string[] {
  return Object.hasOwn(shorthand, word) ? (shorthand[word] as string).split(' ') : [word]
}

function withoutFillers({ fillers }: Lexicon, message: readonly string[]): string {
  return message.filter((word) => !Object.hasOwn(fillers, word)).join(' ')
}

/** "Please stop" is as clear as "STOP", though the carrier does not know it. */
function findStop(
  { stopWords, stopPhrases }: Lexicon,
  message: readonly Heard[],
  bare: string,
  current: string,
): string | undefined {
  if (CARRIER_STOP_WORDS.has(bare)) return current
  if (Object.hasOwn(stopWords, bare)) return stopWords[bare]
  const [locale] = matchPhrases(stopPhrases, message)
  return locale
}

/** Self-harm goes before other emergencies: its answer names the emergency number too. */
function findAlarm(
  { alarms, ordinary }: Lexicon,
  message: readonly Heard[],
  current: string,
): HeardAlarm | undefined {
  const cries = [...matchPhrases(alarms, blankOut(ordinary, message))].map((tag) => {
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
function findWritten({ terms }: Lexicon, words: string, text: string): Term | undefined {
  const written = words.normalize('NFC').toLowerCase().trim()
  if (written === text || !Object.hasOwn(terms, text)) return undefined
  return terms[text]?.find((term) => term.written === written)
}

function findExact(lexicon: Lexicon, text: string, locale: string): Found | undefined {
  if (/^([0-9]{1,2}|[*#])$/.test(text)) return { kind: 'digits', digits: text }
  return termFor(lexicon, text, locale)
}

/** The likeliest node by its keywords in the sentence and by the meaning of the rest. */
function findMeaning(lexicon: Lexicon, message: readonly string[], locale: string): Found {
  const terms = termsIn(lexicon, message, locale)
  const keywords = terms.filter(({ kind }) => kind === 'node')
  const person = terms.find(({ kind }) => kind === 'command')
  if (person && keywords.every(({ words }) => words < person.words)) return person
  const named = terms.find(({ kind }) => kind === 'locale')
  const hits = addUp(
    search(
      lexicon.index,
      message.filter((word) => !Object.hasOwn(lexicon.background, word)),
      locale,
    ),
    keywords.map((term) => ({ ...term, score: KEYWORD_SCORE * term.words * term.weight })),
    phrasesIn(lexicon, message, locale),
  )
  const [best, next] = hits
  if (!best || best.score < LEAST_SCORE) return named ?? { kind: 'nothing' }
  const sure = !next || best.score >= SURE_LEAD * next.score
  if (sure) return { kind: 'node', to: best.to, locale: best.locale }
  const nodes = hits.slice(0, MOST_GUESSES).map(({ to }) => to)
  return { kind: 'guesses', nodes, locale: best.locale }
}

interface TermInSentence extends Term {
  /** How many words it has. */
  readonly words: number
}

/** The longest terms that stand in the sentence, none inside another. */
function termsIn(lexicon: Lexicon, message: readonly string[], locale: string): readonly TermInSentence[] {
  const found: TermInSentence[] = []
  const taken = new Set<number>()
  for (let length = Math.min(lexicon.longest, message.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= message.length; start += 1) {
      if (taken.has(start) || taken.has(start + length - 1)) continue
      const term = termFor(lexicon, message.slice(start, start + length).join(' '), locale)
      if (!term || !isAskedFor(term)) continue
      found.push({ ...term, words: length })
      for (let index = start; index < start + length; index += 1) taken.add(index)
    }
  }
  return found
}

/**
 * Commands count only as a whole message ("more pain" asks about pain), but for the one that asks for a person, where
 * its word is not an everyday one ("die at home" does not ask for HOME).
 */
function isAskedFor({ kind, to, weight }: Term): boolean {
  return kind !== 'command' || (to === 'person' && weight >= TELLING_WEIGHT)
}

/** Everyday phrases that stand in the message to the letter: the more words, the surer. */
function phrasesIn({ phrases }: Lexicon, message: readonly string[], current: string): readonly Hit[] {
  return [...saidExactly(phrases, message)].map(([tag, words]) => {
    const [locale, to] = tag.split('/') as [string, string]
    return { locale, to, score: PHRASE_SCORE * words ** 1.5 * (locale === current ? 1 : 0.8) }
  })
}

/** The nodes of all lists, each with the sum of its scores, the best first, in the language that counted most. */
function addUp(...lists: readonly (readonly Hit[])[]): readonly Hit[] {
  const sums = new Map<string, { score: number; best: Hit }>()
  for (const hit of lists.flat()) {
    const before = sums.get(hit.to)
    const best = before && before.best.score >= hit.score ? before.best : hit
    sums.set(hit.to, { score: (before?.score ?? 0) + hit.score, best })
  }
  return [...sums.values()].map(({ score, best }) => ({ ...best, score })).sort((a, b) => b.score - a.score)
}

function termFor({ terms }: Lexicon, text: string, locale: string): Term | undefined {
  const found = Object.hasOwn(terms, text) ? terms[text] : undefined
  return found?.find((term) => term.locale === locale) ?? found?.[0]
}
