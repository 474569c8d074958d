/**
 * A lexicon opened for finding: its words, patterns, phrases and weights in Maps.
 *
 * @example
 * const finder = openFinder(lexicon) // when a server starts, so that nobody's first sentence waits for it
 */
import SearchableMap from 'minisearch/SearchableMap'
import { type OpenCrisisModel, openCrisisModel } from './crisis-score.ts'
import type { HeardAlarm } from './find.ts'
import type { Keyword } from './keywords.ts'
import type { Lexicon } from './lexicon.ts'
import { indexPatterns, isOneWord, type PatternIndex } from './pattern-index.ts'
import { indexPhrases, type PhraseIndex } from './phrase-index.ts'
import type { Entry } from './postings.ts'
import type { SearchIndex } from './search.ts'

export interface Finder {
  readonly keywords: PhraseIndex<Keyword>
  /** Topics by their numbers. */
  readonly numbers: ReadonlyMap<string, string>
  readonly abbreviations: ReadonlyMap<string, string>
  readonly fillers: ReadonlySet<string>
  readonly choices: ReadonlyMap<string, number>
  readonly alarms: PatternIndex<HeardAlarm>
  readonly exclusions: PatternIndex<null>
  /** By the locale they are in: patterns that are a whole message, and those that may also stand within one. */
  readonly optOuts: PatternIndex<string>
  readonly optOutsWithin: PatternIndex<string>
  readonly trainingPhrases: PhraseIndex<Entry>
  readonly index: SearchIndex
  readonly crisis: OpenCrisisModel
}

export function openFinder(lexicon: Lexicon): Finder {
  const { alarms, optOuts, trainingPhrases, entries, postings } = lexicon
  const optOutsByLocale = Object.entries(optOuts)
  return {
    keywords: indexPhrases(
      Object.entries(lexicon.keywords).flatMap(([text, keywords]) =>
        keywords.map((keyword) => [text, keyword] as const),
      ),
    ),
    numbers: new Map(Object.entries(lexicon.numbers)),
    abbreviations: new Map(Object.entries(lexicon.abbreviations)),
    fillers: new Set(lexicon.fillers),
    choices: new Map(Object.entries(lexicon.choices)),
    alarms: indexPatterns(
      (['crisis', 'emergency'] as const).flatMap((alarm) =>
        Object.entries(alarms[alarm]).map(([locale, patterns]) => [{ alarm, locale }, patterns] as const),
      ),
    ),
    exclusions: indexPatterns([[null, lexicon.exclusions]]),
    optOuts: indexPatterns(optOutsByLocale),
    // A single word that asks to stop does so only as the whole message.
    optOutsWithin: indexPatterns(
      optOutsByLocale.map(([locale, patterns]) => [
        locale,
        patterns.filter((pattern) => !isOneWord(pattern)),
      ]),
    ),
    trainingPhrases: indexPhrases(
      trainingPhrases.flatMap(({ phrases, ...entry }) => phrases.map((phrase) => [phrase, entry] as const)),
    ),
    index: {
      entries,
      postings: SearchableMap.fromObject(postings),
      functionWords: new Set(lexicon.functionWords),
    },
    crisis: openCrisisModel(lexicon.crisis),
  }
}
