/**
 * A lexicon opened for finding: its words, patterns, phrases and weights in Maps.
 *
 * @example
 * const finder = openFinder(lexicon) // when a server starts, so that nobody's first sentence waits for it
 */
import { mapValues } from '../authored/records.ts'
import { openClassifier } from './classifier.ts'
import type { CountryWords } from './country-words.ts'
import type { Lexicon } from './lexicon.ts'
import { topicOf } from './meaning-examples.ts'
import { openLanguageSigns } from './other-language.ts'
import { indexPatterns } from './pattern-index.ts'
import { isOneWord, type Pattern } from './patterns.ts'
import { indexPhrases } from './phrase-index.ts'
import { openSpelling, type Spelling } from './spelling.ts'
import type { MeaningModel } from './train-meaning.ts'

/** See `Lexicon` for what each field holds. */
export type Finder = Readonly<ReturnType<typeof openFinder>>

export function openFinder(lexicon: Lexicon) {
  const { alarms, optOuts } = lexicon
  const spelling = openSpelling(lexicon.spelling)
  // Patterns repeat few words many times.
  const keyOf = remembering(spelling.keyOf)
  const index = <T>(patterns: readonly (readonly [T, readonly Pattern[]])[]) =>
    indexPatterns(patterns, { ...spelling, keyOf })
  const optOutsByLocale = Object.entries(optOuts)
  return {
    spelling,
    keywords: indexPhrases(
      Object.entries(lexicon.keywords).flatMap(([text, keywords]) =>
        keywords.map((keyword) => [text, keyword] as const),
      ),
    ),
    numbers: new Map(Object.entries(lexicon.numbers)),
    abbreviations: new Map(Object.entries(lexicon.abbreviations)),
    fillers: indexWords(lexicon.fillers),
    spokenKeys: openByLocale(lexicon.spokenKeys),
    homophones: openByLocale(lexicon.homophones),
    aroundNumbers: indexWords(lexicon.aroundNumbers),
    beforeDigits: indexWords(lexicon.beforeDigits),
    alarms: index(
      (['crisis', 'emergency'] as const).flatMap((alarm) =>
        Object.entries(alarms[alarm]).map(([locale, patterns]) => [{ alarm, locale }, patterns] as const),
      ),
    ),
    exclusions: index([[null, lexicon.exclusions]]),
    optOuts: index(optOutsByLocale),
    optIns: index(Object.entries(lexicon.optIns)),
    reactions: index([[null, lexicon.reactions]]),
    replies: index([[null, lexicon.replies]]),
    notices: index([[null, lexicon.notices]]),
    signatures: index([[null, lexicon.signatures]]),
    carrierWords: openCarrierWords(lexicon.carrierWords),
    // Within a message: a single word that asks to stop does so only as the whole message.
    optOutsWithin: index(
      optOutsByLocale.map(([locale, patterns]) => [
        locale,
        patterns.filter((pattern) => !isOneWord(pattern)),
      ]),
    ),
    countries: openCountryWords(lexicon.countries, spelling),
    otherLanguages: openLanguageSigns(lexicon.otherLanguages),
    functionWords: new Set(lexicon.functionWords),
    meanings: new Map(Object.entries(mapValues(lexicon.meanings, openMeaning))),
    danger: openClassifier(lexicon.danger),
    loneSigns: new Set(lexicon.loneSigns),
  }
}

function openMeaning({ topics, parts }: MeaningModel) {
  return {
    topics: openClassifier(topics),
    parts: openClassifier(parts),
    topicOfPart: new Map(parts.labels.map((label) => [label, topicOf(label)])),
  }
}

function openCountryWords(
  { before, beforeAlone, around, notNow, names, notAlone }: CountryWords,
  { keyOf }: Spelling,
) {
  return {
    before: indexByLocale(before),
    beforeAlone: indexByLocale(beforeAlone),
    around: indexWords(around),
    notNow: indexWords(notNow),
    names: indexPhrases(Object.entries(names)),
    // By their phonetic keys, the names that are long enough to be misspelt.
    sounds: new Map(
      Object.keys(names).flatMap((name) => (name.length < 5 ? [] : [[keyOf(name), name] as const])),
    ),
    notAlone: new Set(notAlone),
  }
}

function remembering(keyOf: Spelling['keyOf']): Spelling['keyOf'] {
  const keys = new Map<string, string>()
  return (word) => {
    const known = keys.get(word)
    if (known !== undefined) return known
    const key = keyOf(word)
    keys.set(word, key)
    return key
  }
}

/** Words that mean nothing more than that they are there. */
function indexWords(words: readonly string[]) {
  return indexPhrases(words.map((text) => [text, true as const]))
}

function indexByLocale(phrases: CountryWords['before']) {
  return indexPhrases(
    Object.entries(phrases).flatMap(([locale, texts]) => texts.map((text) => [text, locale] as const)),
  )
}

function openCarrierWords(words: Lexicon['carrierWords']) {
  return indexPhrases(
    Object.entries(words).flatMap(([locale, carriers]) =>
      (['stop', 'start', 'help'] as const).flatMap((wish) =>
        carriers[wish].map((text) => [text, { wish, locale }] as const),
      ),
    ),
  ).meanings
}

function openByLocale(keys: Lexicon['spokenKeys']): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(Object.entries(keys).map(([locale, words]) => [locale, new Map(Object.entries(words))]))
}
