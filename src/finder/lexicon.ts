/**
 * All that the finder knows, in all locales: made when the line is compiled, as plain JSON that one can read. `openFinder` opens it.
 *
 * @example
 * lexicon.keywords.huesos // [{ locale: 'es', kind: 'node', to: 'bone', … }]
 * lexicon.numbers['21'] // 'bone'
 */
import { mapValues } from '../authored/records.ts'
import type { FlowNode } from '../flow/node.ts'
import type { Countries, DirectoryTexts } from '../locale/country-texts.ts'
import type { LocaleSettings } from '../locale/locale-settings.ts'
import type { OtherLanguages } from '../locale/other-languages.ts'
import type { Alarm, Alarms, Commands, Cries, Examples, NodeText, Numerals } from '../locale/schema.ts'
import type { Classifier } from './classifier.ts'
import { buildCountryWords, type CountryWords } from './country-words.ts'
import { trainDanger } from './danger.ts'
import { buildKeywords, type Keywords } from './keywords.ts'
import { buildLoneSigns } from './lone-word.ts'
import { meaningExamples } from './meaning-examples.ts'
import { buildLanguageSigns, type LanguageSigns } from './other-language.ts'
import { type Pattern, parsePattern } from './patterns.ts'
import { openSpelling, type SpellingRules, spellingRules } from './spelling.ts'
import { normalise } from './tokens.ts'
import { type MeaningModel, trainMeaning } from './train-meaning.ts'

export interface Lexicon {
  /** Of all languages together. */
  readonly spelling: SpellingRules
  readonly keywords: Keywords
  readonly numbers: Readonly<Record<string, string>>
  /** By locale, cries for help. */
  readonly alarms: Readonly<Record<Alarm, PatternsByLocale>>
  /** What looks like a cry for help in this disease and is not. */
  readonly exclusions: readonly Pattern[]
  /** Whole messages, and phrases, that ask us to text no more. */
  readonly optOuts: PatternsByLocale
  /** By locale, words that carriers in its countries know besides those of Twilio, by what they wish. */
  readonly carrierWords: Readonly<Record<string, Countries['carriers']>>
  /** Whole messages that ask for texts again. */
  readonly optIns: PatternsByLocale
  /** Before a quotation, as a whole message, and within one: what machines write (machine.ts). */
  readonly reactions: readonly Pattern[]
  readonly replies: readonly Pattern[]
  readonly notices: readonly Pattern[]
  /** What phones add to a message. */
  readonly signatures: readonly Pattern[]
  /** What tells danger from an ordinary message where no pattern does. */
  readonly danger: Classifier
  /** Words that tell danger as a whole message, or ask for no more texts (lone-word.ts). */
  readonly loneSigns: readonly string[]
  /** Words that may stand around an answer and mean nothing: "please", "press", "por favor". */
  readonly fillers: readonly string[]
  /** Words that say who, when or how politely, and nothing of what is asked. */
  readonly functionWords: readonly string[]
  /** Texting spellings: `u` is `you`. */
  readonly abbreviations: Readonly<Record<string, string>>
  /** Words that name a number or a key: "two" and "second" are "2", "pound" is "#". */
  readonly spokenKeys: KeysByLocale
  /** What speech recognition may hear instead: "to" is "2". */
  readonly homophones: KeysByLocale
  /** Words that may stand around a number, fillers included. */
  readonly aroundNumbers: readonly string[]
  /** Words that may stand before digits: "no" in "no 21". */
  readonly beforeDigits: readonly string[]
  /** How people say which country they are in. */
  readonly countries: CountryWords
  /** Languages that the line lacks, by their tags. */
  readonly otherLanguages: Readonly<Record<string, LanguageSigns>>
  /** By locale, what tells what is asked. */
  readonly meanings: Readonly<Record<string, MeaningModel>>
}

type KeysByLocale = Readonly<Record<string, Readonly<Record<string, string>>>>
type PatternsByLocale = Readonly<Record<string, readonly Pattern[]>>

export interface LexiconLocale {
  readonly settings: LocaleSettings
  readonly commands: Commands
  readonly alarms: Alarms
  readonly cries: Cries
  readonly examples: Examples
  readonly numerals: Numerals
  readonly countries: Countries
  readonly directory: DirectoryTexts
  readonly nodes: Readonly<Record<string, NodeText>>
}

export interface LexiconSource {
  /** ISO codes of the countries whose numbers are known. */
  readonly countries: readonly string[]
  readonly territories: Readonly<Record<string, string>>
  /** Languages that the line may lack. */
  readonly otherLanguages: OtherLanguages
  readonly nodes: Readonly<Record<string, FlowNode>>
  readonly locales: Readonly<Record<string, LexiconLocale>>
}

/** Gives what `train` learns from `data`: it may have been learnt from the same before. `what` is `danger`, or a locale. */
export type Learn = <Model>(what: string, data: unknown, train: () => Model) => Model

export const learnAnew: Learn = (_what, _data, train) => train()

export function buildLexicon(
  { nodes, locales, countries, territories, otherLanguages }: LexiconSource,
  learn: Learn,
): Lexicon {
  const all = Object.values(locales)
  const rules = spellingRules(all.map(({ settings }) => settings))
  const spelling = openSpelling(rules)
  const normal = (text: string) => normalise(text, spelling)
  const abbreviations = new Map(
    all.flatMap(({ numerals }) =>
      Object.entries(numerals.shorthand).map(([short, full]) => [normal(short), normal(full)] as const),
    ),
  )
  // Messages are read without abbreviations, so what they are compared with is written without them.
  const read = (text: string) => normal(text).replace(/[^ ]+/g, (word) => abbreviations.get(word) ?? word)
  const sentences = (texts: readonly string[]) => texts.map(read)
  const patterns = (name: keyof Alarms) =>
    mapValues(locales, ({ alarms }) => alarms[name].map((pattern) => parsePattern(pattern, read)))
  const everywhere = (name: keyof Alarms) => Object.values(patterns(name)).flat()
  const functionWords = new Set(all.flatMap(({ numerals }) => numerals.background.map(normal)))
  const topics = Object.keys(nodes).filter((slug) => nodes[slug] && 'number' in nodes[slug])
  const symptoms = topics.filter((slug) => {
    const node = nodes[slug]
    return node?.kind === 'topic' && node.symptom
  })
  const labelled = (label: string, texts: readonly string[]) =>
    sentences(texts).map((text) => ({ label, text }))
  const messages = all.flatMap(({ cries, examples }) => [
    ...labelled('crisis', cries.cries),
    ...labelled('ordinary', cries.ordinary),
    ...Object.entries(examples).flatMap(([label, texts]) => labelled(label, texts)),
  ])
  return {
    spelling: rules,
    keywords: buildKeywords({ nodes, locales }, spelling),
    numbers: Object.fromEntries(
      Object.entries(nodes).flatMap(([slug, node]) => ('number' in node ? [[node.number, slug]] : [])),
    ),
    alarms: { crisis: patterns('crisis'), emergency: patterns('emergency') },
    exclusions: everywhere('ordinary'),
    optOuts: patterns('stop'),
    carrierWords: mapValues(locales, ({ countries: { carriers } }) => ({
      stop: carriers.stop.map(normal),
      start: carriers.start.map(normal),
      help: carriers.help.map(normal),
    })),
    optIns: patterns('start'),
    reactions: [
      ...everywhere('reactions'),
      // A phone writes in its own language, whatever its owner texts in.
      ...Object.values(otherLanguages).flatMap(({ reactions }) =>
        reactions.map((pattern) => parsePattern(pattern, read)),
      ),
    ],
    replies: everywhere('replies'),
    notices: everywhere('notices'),
    signatures: everywhere('signatures'),
    danger: learn('danger', [messages, rules], () => trainDanger(messages, spelling)),
    loneSigns: buildLoneSigns(messages, spelling),
    fillers: all.flatMap(({ numerals }) => numerals.fillers.map(normal)),
    functionWords: [...functionWords],
    abbreviations: Object.fromEntries(abbreviations),
    spokenKeys: mapValues(locales, ({ numerals: { choices, numbers } }) =>
      keysByWord(
        { ...Object.fromEntries(choices.map((words, index) => [String(index + 1), words])), ...numbers },
        normal,
      ),
    ),
    homophones: mapValues(locales, ({ numerals }) => keysByWord(numerals.homophones, normal)),
    aroundNumbers: all.flatMap(({ numerals }) => [...numerals.fillers, ...numerals.around].map(normal)),
    beforeDigits: all.flatMap(({ numerals }) => numerals.beforeDigits.map(normal)),
    countries: buildCountryWords(countries, territories, locales, read),
    otherLanguages: buildLanguageSigns(
      otherLanguages,
      Object.keys(locales),
      all.map(({ nodes: texts, commands }) => JSON.stringify([texts, commands])).join(' '),
      all.map(({ examples }) => Object.values(examples).flat().join(' ')).join(' '),
      spelling,
    ),
    meanings: Object.fromEntries(
      Object.entries(locales).map(([locale, { nodes: texts, examples }]) => {
        const told = meaningExamples({ topics, symptoms, texts, examples }, sentences)
        const train = () => trainMeaning(told, functionWords, spelling)
        return [locale, learn(locale, [told, rules, [...functionWords]], train)] as const
      }),
    ),
  }
}

function keysByWord(
  words: Numerals['numbers'],
  normal: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, names]) => names.map((name) => [normal(name), key] as const)),
  )
}
