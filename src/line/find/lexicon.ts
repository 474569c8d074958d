/**
 * Every word that leads somewhere, in all locales, made at compile time as plain data.
 *
 * @example
 * lexicon.terms.huesos // [{ locale: 'es', kind: 'node', to: 'bone' }]
 * lexicon.numbers['21'] // 'bone'
 */
import type { FlowNode } from '../../flow/node.ts'
import type { Alarm, Alarms, Command, Commands, Cries, NodeText, Numerals } from '../../locale/schema.ts'
import { learnCries } from './learn-cries.ts'
import { normalise } from './normalise.ts'
import { buildPhrases, expandPattern, type Phrases } from './phrase-match.ts'
import { buildSaid, type SaidPhrases } from './said-exactly.ts'
import { buildIndex, type IndexData } from './search.ts'
import type { CryWeights } from './weigh-cry.ts'

export interface Term {
  readonly locale: string
  readonly kind: 'node' | 'command' | 'locale'
  readonly to: string
  /** As it is written in the locale, in lower case: an accent tells "menú" from "menu". */
  readonly written: string
  /** From 0 to 1: how much it tells. A word that many topics use, such as "symptoms", tells less than "hospice". */
  readonly weight: number
}

export interface Lexicon {
  readonly terms: Readonly<Record<string, readonly Term[]>>
  /** How many words the longest term has, so that a search in a sentence knows when to stop. */
  readonly longest: number
  readonly numbers: Readonly<Record<string, string>>
  /** Cries for help, tagged with their alarm and locale, such as `crisis/en`. */
  readonly alarms: Phrases
  /** What looks like one in this disease and is not. */
  readonly ordinary: Phrases
  /** What tells a cry for help from an ordinary message where no pattern does. */
  readonly cries: CryWeights
  /** Whole messages, and phrases, that ask us to text no more; tagged with their locale. */
  readonly stopWords: Readonly<Record<string, string>>
  readonly stopPhrases: Phrases
  /** Words that may stand around an answer and mean nothing: "please", "press", "por favor". */
  readonly fillers: Readonly<Record<string, true>>
  /** Words that say who, when or how politely, and nothing of what is asked. */
  readonly background: Readonly<Record<string, true>>
  /** Texting spellings: `u` is `you`. */
  readonly shorthand: Readonly<Record<string, string>>
  /** Words that name a choice: "two", "second", "dos". */
  readonly choices: Readonly<Record<string, number>>
  /** Everyday phrases, tagged with their locale and node, such as `en/bone`. */
  readonly phrases: SaidPhrases
  readonly index: IndexData
}

export interface LexiconLocale {
  readonly commands: Commands
  readonly alarms: Alarms
  readonly cries: Cries
  readonly numerals: Numerals
  readonly nodes: Readonly<Record<string, NodeText>>
}

export interface LexiconSource {
  readonly nodes: Readonly<Record<string, FlowNode>>
  readonly locales: Readonly<Record<string, LexiconLocale>>
}

export function buildLexicon({ nodes, locales }: LexiconSource): Lexicon {
  const each = Object.entries(locales)
  const terms = buildTerms(nodes, each)
  const shorthand: Record<string, string> = Object.assign(
    {},
    ...each.map(([, { numerals }]) => numerals.shorthand),
  )
  // Messages are read in longhand, so what they are compared with is written so.
  const longhand = (text: string) => text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => shorthand[word] ?? word)
  const tagged = (name: Alarm | 'ordinary' | 'stop', tag: (locale: string) => string) =>
    each.flatMap(([locale, { alarms }]) =>
      alarms[name].map((pattern) => ({ pattern: longhand(pattern), tag: tag(locale) })),
    )
  const stops = tagged('stop', (locale) => locale)
  const phrases = each.flatMap(([locale, { nodes: texts }]) =>
    Object.entries(texts).flatMap(([node, { phrases }]) =>
      phrases.map((phrase) => ({ words: longhand(normalise(phrase)), tag: `${locale}/${node}` })),
    ),
  )
  const examples = (cry: boolean, sentences: readonly string[]) =>
    sentences.map((sentence) => ({ cry, words: longhand(normalise(sentence)) }))
  return {
    terms,
    longest: Math.max(1, ...Object.keys(terms).map((term) => term.split(' ').length)),
    numbers: Object.fromEntries(
      Object.entries(nodes).flatMap(([slug, node]) =>
        'number' in node ? [[String(node.number), slug]] : [],
      ),
    ),
    alarms: buildPhrases([
      ...tagged('crisis', (locale) => `crisis/${locale}`),
      ...tagged('emergency', (locale) => `emergency/${locale}`),
    ]),
    ordinary: buildPhrases(tagged('ordinary', (locale) => locale)),
    // Everyday phrases about topics are ordinary too.
    cries: learnCries([
      ...each.flatMap(([, { cries }]) => [
        ...examples(true, cries.cries),
        ...examples(false, cries.ordinary),
      ]),
      ...phrases.map(({ words }) => ({ cry: false, words })),
    ]),
    stopWords: Object.fromEntries(
      stops.flatMap(({ pattern, tag }) => expandPattern(pattern).map((words) => [words, tag])),
    ),
    stopPhrases: buildPhrases(
      stops.filter(({ pattern }) => expandPattern(pattern).every((words) => words.includes(' '))),
    ),
    fillers: Object.fromEntries(
      each.flatMap(([, { numerals }]) => numerals.fillers.map((word) => [normalise(word), true])),
    ),
    background: Object.fromEntries(
      each.flatMap(([, { numerals }]) => numerals.background.map((word) => [normalise(word), true])),
    ),
    shorthand,
    choices: Object.fromEntries(
      each.flatMap(([, { numerals }]) =>
        numerals.choices.flatMap((words, index) => words.map((word) => [normalise(word), index + 1])),
      ),
    ),
    phrases: buildSaid(phrases),
    index: buildIndex(
      each.flatMap(([locale, { nodes: texts }]) =>
        Object.entries(texts).flatMap(([node, { label, title, keywords, phrases, voice, sms }]) =>
          nodes[node] && 'number' in nodes[node]
            ? [
                {
                  locale,
                  node,
                  keywords: [...keywords, title],
                  phrases: [...phrases, label],
                  prose: [...Object.values(voice), ...Object.values(sms)],
                },
              ]
            : [],
        ),
      ),
    ),
  }
}

function buildTerms(
  nodes: LexiconSource['nodes'],
  locales: readonly (readonly [string, LexiconLocale])[],
): Record<string, Term[]> {
  const terms: Record<string, Term[]> = Object.create(null)
  const add = (words: string, term: Omit<Term, 'written'>) => {
    const key = normalise(words)
    terms[key] ??= []
    terms[key].push({ ...term, written: words.toLowerCase() })
  }
  for (const [locale, { commands, nodes: texts }] of locales) {
    const weigh = weighing(texts)
    for (const slug of Object.keys(nodes))
      for (const keyword of texts[slug]?.keywords ?? [])
        add(keyword, { locale, kind: 'node', to: slug, weight: weigh(normalise(keyword)) })
    for (const [name, words] of Object.entries(commands))
      for (const word of words)
        add(
          word,
          name === 'language'
            ? { locale, kind: 'locale', to: locale, weight: 1 }
            : { locale, kind: 'command', to: name as Command, weight: weigh(normalise(word)) },
        )
  }
  return { ...terms }
}

/** How much a word tells, by how few topics use it (as search engines weigh words: inverse document frequency). */
function weighing(texts: LexiconLocale['nodes']): (term: string) => number {
  const used = Object.values(texts).map(({ phrases, voice, sms }) =>
    normalise([...phrases, ...Object.values(voice), ...Object.values(sms)].join(' ')),
  )
  const byWord = new Map<string, string[]>()
  for (const words of used)
    for (const word of new Set(words.split(' '))) {
      const users = byWord.get(word)
      if (users) users.push(words)
      else byWord.set(word, [words])
    }
  return (term) => {
    // Whatever uses a term uses its rarest word.
    const [rarest = []] = term
      .split(' ')
      .map((word) => byWord.get(word) ?? [])
      .sort((a, b) => a.length - b.length)
    const users = rarest.filter((words) => ` ${words} `.includes(` ${term} `)).length
    return Math.min(1, Math.log(used.length / Math.max(1, users)) / Math.log(used.length / 4))
  }
}
