/**
 * Every word that leads somewhere, in all locales, made at compile time as plain data, as small as it can be sent and kept;
 * finder.ts opens it.
 *
 * @example
 * lexicon.terms.huesos // [{ locale: 'es', kind: 'node', to: 'bone' }]
 * lexicon.numbers['21'] // 'bone'
 */
import { mapValues } from '../authored/records.ts'
import type { FlowNode } from '../flow/node.ts'
import type { Alarm, Alarms, Commands, Cries, NodeText, Numerals } from '../locale/schema.ts'
import { buildIndex, type Entry, type IndexData } from './build-index.ts'
import { buildTerms, type Terms } from './build-terms.ts'
import { learnCries } from './learn-cries.ts'
import { normalise } from './normalise.ts'
import { type PatternData, packPatterns } from './pattern.ts'
import { packSequences, type SequenceData } from './sequences.ts'
import { buildVocabulary, type VocabularyData } from './vocabulary.ts'
import type { CryWeights } from './weigh-cry.ts'

export interface Lexicon {
  readonly terms: Terms
  readonly numbers: Readonly<Record<string, string>>
  /** Cries for help, tagged with their alarm and locale, such as `crisis/en`. */
  readonly alarms: PatternData
  /** What looks like one in this disease and is not; tagged with its locale, as are the next. */
  readonly ordinary: PatternData
  /** Whole messages, and phrases, that ask us to text no more. */
  readonly stops: PatternData
  /** What tells a cry for help from an ordinary message where no pattern does. */
  readonly cries: CryWeights
  /** Words that may stand around an answer and mean nothing: "please", "press", "por favor". */
  readonly fillers: Readonly<Record<string, true>>
  /** Words that say who, when or how politely, and nothing of what is asked. */
  readonly background: Readonly<Record<string, true>>
  /** Texting spellings: `u` is `you`. */
  readonly shorthand: Readonly<Record<string, string>>
  /** Words that name a choice: "two", "second", "dos". */
  readonly choices: Readonly<Record<string, number>>
  /** How many everyday phrases there are for each locale and node, such as `en/bone`. */
  readonly phrases: Readonly<Record<string, number>>
  /** The words of all terms, then of all phrases. */
  readonly sequences: SequenceData
  readonly index: IndexData
  /** The words that all the numbers stand for. */
  readonly vocabulary: VocabularyData
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
  const terms = buildTerms({ nodes, locales })
  const { sounds, index } = buildIndex(entriesOf({ nodes, locales }))
  const { numberOf, data } = buildVocabulary(sounds)
  const shorthand: Record<string, string> = Object.assign(
    {},
    ...each.map(([, { numerals }]) => numerals.shorthand),
  )
  // Messages are read in longhand, so what they are compared with is written so.
  const longhand = (text: string) => text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => shorthand[word] ?? word)
  const sentences = (texts: readonly string[]) => texts.map((text) => longhand(normalise(text)))
  const patterns = (name: Alarm | 'ordinary' | 'stop', tag = '') =>
    Object.fromEntries(each.map(([locale, { alarms }]) => [tag + locale, alarms[name].map(longhand)]))
  const words = (name: 'fillers' | 'background') => {
    const all = each.flatMap(([, { numerals }]) => numerals[name].map(normalise))
    for (const word of all) numberOf(word)
    return Object.fromEntries(all.map((word) => [word, true as const]))
  }
  const phrases = Object.fromEntries(
    each.flatMap(([locale, { nodes: texts }]) =>
      Object.entries(texts).map(([node, { phrases }]) => [`${locale}/${node}`, sentences(phrases)]),
    ),
  )
  const allPhrases = Object.values(phrases).flat()
  return {
    terms,
    numbers: Object.fromEntries(
      Object.entries(nodes).flatMap(([slug, node]) =>
        'number' in node ? [[String(node.number), slug]] : [],
      ),
    ),
    alarms: packPatterns(
      { ...patterns('crisis', 'crisis/'), ...patterns('emergency', 'emergency/') },
      numberOf,
    ),
    ordinary: packPatterns(patterns('ordinary'), numberOf),
    stops: packPatterns(patterns('stop'), numberOf),
    // Everyday phrases about topics are ordinary too.
    cries: learnCries([
      ...each.flatMap(([, { cries }]) => [
        ...sentences(cries.cries).map((words) => ({ cry: true, words })),
        ...sentences(cries.ordinary).map((words) => ({ cry: false, words })),
      ]),
      ...allPhrases.map((words) => ({ cry: false, words })),
    ]),
    fillers: words('fillers'),
    background: words('background'),
    shorthand,
    choices: Object.fromEntries(
      each.flatMap(([, { numerals }]) =>
        numerals.choices.flatMap((words, index) => words.map((word) => [normalise(word), index + 1])),
      ),
    ),
    phrases: mapValues(phrases, ({ length }) => length),
    sequences: packSequences([...Object.keys(terms), ...allPhrases], numberOf),
    index,
    // The last: all that comes before gives words their numbers.
    vocabulary: data(),
  }
}

function entriesOf({ nodes, locales }: LexiconSource): readonly Entry[] {
  return Object.entries(locales).flatMap(([locale, { nodes: texts }]) =>
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
  )
}
