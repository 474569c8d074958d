/**
 * Which language a message is in that the line lacks: by its script, its letters, and its most frequent words. Only where the
 * message has at least as many words of it as the line's own languages know.
 *
 * @example
 * otherLanguageOf(finder, "j'ai mal au dos, que faire ?") // 'fr'
 * otherLanguageOf(finder, 'Dr. Müller gave me Ibrance') // undefined
 */
import { mapValues, pushTo } from '../authored/records.ts'
import { lackedBy, type OtherLanguages } from '../locale/other-languages.ts'
import { tellingOf } from './classifier.ts'
import type { Finder } from './finder.ts'
import { withoutPhrases } from './phrase-index.ts'
import type { Spelling } from './spelling.ts'
import { normalise, splitLetters } from './tokens.ts'

/** By what a language is known; plain JSON. */
export interface LanguageSigns {
  readonly names: readonly string[]
  readonly scripts: readonly string[]
  readonly letters: string
  /** Words of its own, and those that the line's own languages have too. */
  readonly words: readonly string[]
  readonly shared: readonly string[]
}

interface Word {
  /** In small letters, with all its accents. */
  readonly written: string
  readonly text: string
}

/** What a message has of one language. */
interface Traces {
  /** Words, or letters of another script, that no language of the line has. */
  readonly strange: Set<string>
  /** Letters in its script. */
  letters: number
  words: number
  weight: number
}

/** One such word may be a name, or a slip. */
const FEWEST_WORDS = 2
/** One letter may be that of a formula. */
const FEWEST_LETTERS = 2
/** So often a word of another language may stand among what people say to the line, as a slip or a quotation. */
const MOST_SLIPS = 1
const MOST_WORDS = 320
const LATIN = /^[\p{Script=Latin}\p{M}'’]+$/u

/** `said` is what the line says in its own languages, `heard` what people say to it. */
export function buildLanguageSigns(
  languages: OtherLanguages,
  locales: readonly string[],
  said: string,
  heard: string,
  spelling: Spelling,
): Readonly<Record<string, LanguageSigns>> {
  const own = said.toLowerCase().normalize('NFC')
  const times = new Map<string, number>()
  for (const { text } of wordsOf(`${own} ${heard}`, spelling)) times.set(text, (times.get(text) ?? 0) + 1)
  const isOwn = (word: string) => (times.get(word) ?? 0) > MOST_SLIPS
  return mapValues(lackedBy(locales, languages), ({ names, scripts, letters, words }) => {
    const all = [...new Set(words.map((word) => normalise(word, spelling)))]
    return {
      names: names.map((name) => normalise(name, spelling)),
      scripts: scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, 'u').test(own)),
      letters: [...letters.normalize('NFC')].filter((letter) => !own.includes(letter)).join(''),
      words: all.filter((word) => !isOwn(word)),
      shared: all.filter(isOwn),
    }
  })
}

export function openLanguageSigns(languages: Readonly<Record<string, LanguageSigns>>) {
  const names = new Map<string, string>()
  const letters = new Map<string, string[]>()
  const words = new Map<string, string[]>()
  const shared = new Map<string, string[]>()
  const scripts = new Map<string, RegExp>()
  for (const [tag, signs] of Object.entries(languages)) {
    for (const name of signs.names) names.set(name, tag)
    for (const letter of signs.letters) pushTo(letters, letter, tag)
    for (const word of signs.words) pushTo(words, word, tag)
    for (const word of signs.shared) pushTo(shared, word, tag)
    // All letters of a word are in one of them.
    const classes = signs.scripts.map((script) => `\\p{Script=${script}}`).join('')
    if (classes) scripts.set(tag, new RegExp(`^[${classes}\\p{M}]+$`, 'u'))
  }
  return { names, letters, words, shared, scripts }
}

export function otherLanguageOf(finder: Finder, message: string): string | undefined {
  const words = wordsOf(message, finder.spelling, MOST_WORDS)
  const bare = withoutPhrases(finder.fillers, words).map(({ text }) => text)
  const asked = finder.otherLanguages.names.get(bare.join(' '))
  if (asked !== undefined) return asked
  let best: string | undefined
  let most = 0
  for (const [tag, traces] of tracesIn(finder, words))
    if (traces.weight > most && isClear(traces) && isMostOf(finder, traces, tag, words))
      [best, most] = [tag, traces.weight]
  return best
}

function tracesIn({ otherLanguages }: Finder, message: readonly Word[]): ReadonlyMap<string, Traces> {
  const { letters, words, shared, scripts } = otherLanguages
  const found = new Map<string, Traces>()
  const inOrder = (tag: string) => {
    const traces = found.get(tag) ?? { strange: new Set(), letters: 0, words: 0, weight: 0 }
    found.set(tag, traces)
    return traces
  }
  for (const { written, text } of message) {
    const tags = new Set<string>()
    const note = (tag: string, weight: number) => {
      tags.add(tag)
      inOrder(tag).weight += weight
    }
    const isLatin = LATIN.test(written)
    if (!isLatin)
      for (const [tag, script] of scripts)
        if (script.test(written)) {
          note(tag, 1)
          inOrder(tag).letters += [...written].length
        }
    for (const letter of written)
      for (const tag of letters.get(letter) ?? []) {
        note(tag, 1)
        inOrder(tag).strange.add(isLatin ? text : letter)
      }
    for (const tag of words.get(text) ?? []) {
      note(tag, 1)
      inOrder(tag).strange.add(text)
    }
    for (const tag of shared.get(text) ?? []) note(tag, 0.5)
    for (const tag of tags) inOrder(tag).words += 1
  }
  return found
}

function isClear({ letters, strange }: Traces): boolean {
  return letters >= FEWEST_LETTERS || strange.size >= FEWEST_WORDS
}

/** No language of the line knows more words of the message than these. */
function isMostOf(
  { meanings, otherLanguages, spelling }: Finder,
  traces: Traces,
  tag: string,
  words: readonly Word[],
) {
  const others = words.filter(
    ({ written, text }) =>
      !otherLanguages.words.get(text)?.includes(tag) &&
      !otherLanguages.shared.get(text)?.includes(tag) &&
      !otherLanguages.scripts.get(tag)?.test(written),
  )
  const keys = others.map(({ text }) => spelling.keyOf(text))
  return [...meanings.values()].every(
    ({ topics }) => keys.filter((key) => tellingOf(topics, key) > 0).length <= traces.words,
  )
}

function wordsOf(message: string, spelling: Spelling, most?: number): readonly Word[] {
  const words = splitLetters(message.toLowerCase().normalize('NFC')).match(/[\p{L}\p{M}'’]+/gu) ?? []
  return words.slice(0, most).map((written) => ({ written, text: normalise(written, spelling) }))
}
