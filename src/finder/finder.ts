/**
 * A lexicon opened for finding: its words, patterns, phrases and weights in Maps.
 *
 * @example
 * const finder = openFinder(lexicon) // when a server starts, so that nobody's first sentence waits for it
 */
import type { CountryWords } from './country-words.ts'
import type { Lexicon } from './lexicon.ts'
import { openLanguageSigns } from './other-language.ts'
import { indexPatterns, isOneWord } from './pattern-index.ts'
import { phoneticKey } from './phonetic-key.ts'
import { indexPhrases } from './phrase-index.ts'

/** See `Lexicon` for what each field holds. */
export type Finder = Readonly<ReturnType<typeof openFinder>>

export function openFinder(lexicon: Lexicon) {
  const { alarms, optOuts } = lexicon
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
    spokenKeys: openByLocale(lexicon.spokenKeys),
    homophones: openByLocale(lexicon.homophones),
    aroundNumbers: new Set(lexicon.aroundNumbers),
    beforeDigits: new Set(lexicon.beforeDigits),
    alarms: indexPatterns(
      (['crisis', 'emergency'] as const).flatMap((alarm) =>
        Object.entries(alarms[alarm]).map(([locale, patterns]) => [{ alarm, locale }, patterns] as const),
      ),
    ),
    exclusions: indexPatterns([[null, lexicon.exclusions]]),
    optOuts: indexPatterns(optOutsByLocale),
    optIns: indexPatterns(Object.entries(lexicon.optIns)),
    reactions: indexPatterns([[null, lexicon.reactions]]),
    replies: indexPatterns([[null, lexicon.replies]]),
    notices: indexPatterns([[null, lexicon.notices]]),
    signatures: indexPatterns([[null, lexicon.signatures]]),
    // Within a message: a single word that asks to stop does so only as the whole message.
    optOutsWithin: indexPatterns(
      optOutsByLocale.map(([locale, patterns]) => [
        locale,
        patterns.filter((pattern) => !isOneWord(pattern)),
      ]),
    ),
    countries: openCountryWords(lexicon.countries),
    otherLanguages: openLanguageSigns(lexicon.otherLanguages),
    functionWords: new Set(lexicon.functionWords),
    meanings: new Map(Object.entries(lexicon.meanings)),
    danger: lexicon.danger,
  }
}

function openCountryWords({ before, beforeAlone, around, notNow, names, notAlone }: CountryWords) {
  return {
    before: indexByLocale(before),
    beforeAlone: indexByLocale(beforeAlone),
    around: new Set(around),
    notNow: indexPhrases(notNow.map((text) => [text, true as const])),
    names: indexPhrases(Object.entries(names)),
    // By their phonetic keys, the names that are long enough to be misspelt.
    sounds: new Map(
      Object.keys(names).flatMap((name) => (name.length < 5 ? [] : [[phoneticKey(name), name] as const])),
    ),
    notAlone: new Set(notAlone),
  }
}

function indexByLocale(phrases: CountryWords['before']) {
  return indexPhrases(
    Object.entries(phrases).flatMap(([locale, texts]) => texts.map((text) => [text, locale] as const)),
  )
}

function openByLocale(keys: Lexicon['spokenKeys']): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(Object.entries(keys).map(([locale, words]) => [locale, new Map(Object.entries(words))]))
}
