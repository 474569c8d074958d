/**
 * A lexicon opened for finding: its words by number, its patterns, phrases, index and weights ready to be asked.
 *
 * @example
 * openFinder(line.lexicon) // when a server starts, so that nobody's first sentence waits for it
 */
import type { Term } from './build-terms.ts'
import type { Lexicon } from './lexicon.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import { type OpenPatterns, ofSeveralWords, openPatterns } from './open-patterns.ts'
import type { PatternData } from './pattern.ts'
import { createScores, type Scores } from './scores.ts'
import { type OpenIndex, openIndex } from './search.ts'
import { openSequences, type Sequences } from './sequences.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'
import { type OpenWeights, openWeights } from './weigh-cry.ts'

/** A node in a language: what an everyday phrase or an entry of the index points to, by numbers. */
export interface Pointer {
  readonly node: number
  readonly locale: number
}

export interface Finder {
  readonly vocabulary: Vocabulary
  readonly shorthand: ReadonlyMap<string, readonly string[]>
  /** By the numbers of words: 1 where it is one of them. */
  readonly fillers: Uint8Array
  readonly background: Uint8Array
  readonly alarms: OpenPatterns
  readonly ordinary: OpenPatterns
  readonly stops: OpenPatterns
  readonly stopPhrases: OpenPatterns
  /** All terms, then all everyday phrases, and what each of them leads to. */
  readonly sequences: Sequences
  readonly terms: readonly (readonly Term[])[]
  readonly termsByText: ReadonlyMap<string, readonly Term[]>
  readonly phrases: readonly Pointer[]
  readonly index: OpenIndex
  readonly entries: readonly Pointer[]
  readonly nodes: Numbering
  readonly locales: Numbering
  readonly scores: Scores
  readonly cries: OpenWeights
}

/** A line is plain data; what is made of it for finding is kept for as long as the line itself lives. */
const opened = new WeakMap<Lexicon, Finder>()

export function openFinder(lexicon: Lexicon): Finder {
  const kept = opened.get(lexicon)
  if (kept) return kept
  const finder = open(lexicon)
  opened.set(lexicon, finder)
  return finder
}

function open(lexicon: Lexicon): Finder {
  const vocabulary = openVocabulary(lexicon.vocabulary)
  const patterns = (data: PatternData) => openPatterns(data, vocabulary)
  const stops = patterns(lexicon.stops)
  const flags = (words: Readonly<Record<string, true>>) =>
    Uint8Array.from(vocabulary.written, (word) => (Object.hasOwn(words, word) ? 1 : 0))
  const termsByText = new Map(Object.entries(lexicon.terms))
  const terms = [...termsByText.values()]
  const nodes = createNumbering([...new Set(terms.flat().map(({ to }) => to))])
  const locales = createNumbering()
  const pointerTo = (tag: string): Pointer => {
    const [locale, node] = tag.split('/') as [string, string]
    return { node: nodes.numberOf(node), locale: locales.numberOf(locale) }
  }
  return {
    vocabulary,
    shorthand: new Map(Object.entries(lexicon.shorthand).map(([word, words]) => [word, words.split(' ')])),
    fillers: flags(lexicon.fillers),
    background: flags(lexicon.background),
    alarms: patterns(lexicon.alarms),
    ordinary: patterns(lexicon.ordinary),
    stops,
    // A single word that asks to stop does so only as the whole message.
    stopPhrases: ofSeveralWords(stops),
    sequences: openSequences(lexicon.sequences, vocabulary.written.length),
    terms,
    termsByText,
    phrases: Object.entries(lexicon.phrases).flatMap(([tag, count]) =>
      new Array<Pointer>(count).fill(pointerTo(tag)),
    ),
    index: openIndex(lexicon.index, vocabulary.sounds),
    entries: lexicon.index.entries.map(pointerTo),
    nodes,
    locales,
    scores: createScores(nodes.names.length),
    cries: openWeights(lexicon.cries),
  }
}
