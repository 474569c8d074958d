/**
 * Which country a message says that its writer is in: a country's name alone, or after such words as "I am in", which begin the
 * message or a clause of it. "Is treatment better in Germany" says no such thing.
 *
 * @example
 * countryNamed(finder, "Hi, I'm in the UK now") // { country: 'GB', isAll: true }
 * countryNamed(finder, 'my legs are numb, I am in Mexico') // { country: 'MX', isAll: false }
 */
import { isKnown } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import { isWithinOneEdit } from './one-edit.ts'
import { longestAt, type PhraseIndex } from './phrase-index.ts'
import { isUnspacedLetter, normalise } from './tokens.ts'

export interface CountryNamed {
  readonly country: string
  /** The message says no more. */
  readonly isAll: boolean
  /** The language of such words as "I am in"; a name alone has none. */
  readonly locale?: string
}

interface Name {
  readonly name: string
  readonly country: string
  /** Where it ends in the message. */
  readonly end: number
}

/** The end of a clause; the full stop after one or two letters is that of an abbreviation, as in "EE. UU.". */
const CLAUSE_END = /(?:(?!\.)[\p{Terminal_Punctuation}\n])+|(?<![\s.]\p{L}{1,2})\.+(?=\s|$)/u
/** "I am in Lima, Perú", "estoy en San Luis, México". */
const MOST_OF_CITY = 2
/** In words: "Bosnia and Herzegovina" is longer than any misspelt name that is looked for. */
const LONGEST_MISSPELT = 3
const SHORTEST_MISSPELT = 5
/** A longer message is not read for more clauses. */
const MOST_WORDS = 320

export function countryNamed(finder: Finder, words: string): CountryNamed | undefined {
  const { starts, said } = readClauses(finder, words)
  for (const start of starts) {
    const phrase = phraseAt(finder, finder.countries.before, said, start)
    const named = phrase && nameNear(finder, said, phrase.end)
    if (named && !longestAt(finder.countries.notNow, said, named.end))
      return {
        country: named.country,
        isAll: start === 0 && isEnd(finder, said, named.end),
        locale: phrase.locale,
      }
  }
  return namedAlone(finder, said)
}

/** The whole message is the name of a country, whatever of "I am from", "in" and "please" stands around it. */
function namedAlone(finder: Finder, said: readonly string[]): CountryNamed | undefined {
  const { beforeAlone, notAlone } = finder.countries
  const phrase = phraseAt(finder, beforeAlone, said, 0)
  const named = nameFrom(finder, said, phrase?.end ?? 0)
  if (!named || !isEnd(finder, said, named.end)) return undefined
  if (!phrase && notAlone.has(named.name)) return undefined
  return { country: named.country, isAll: true, ...(phrase ? { locale: phrase.locale } : {}) }
}

/** The words of the message, and where its clauses begin. */
function readClauses({ abbreviations, spelling }: Finder, words: string) {
  const said: string[] = []
  const starts: number[] = []
  for (const clause of words.split(CLAUSE_END)) {
    const text = normalise(clause, spelling)
    if (text === '' || said.length > MOST_WORDS) continue
    starts.push(said.length)
    for (const word of text.split(' ')) said.push(...(abbreviations.get(word) ?? word).split(' '))
  }
  return { said, starts }
}

function isEnd(finder: Finder, said: readonly string[], at: number): boolean {
  return [...startsFrom(finder, said, at)].at(-1) === said.length
}

/** Where something may begin: here, and after each word or phrase from here on that means nothing. */
function* startsFrom({ countries: { around } }: Finder, said: readonly string[], start: number) {
  yield start
  let at = start
  for (let words = longestAt(around, said, at); words; words = longestAt(around, said, at)) {
    at += words.length
    yield at
  }
}

/** Where the phrase ends; "now" in "now in Spain" is part of it, and no word around it. */
function phraseAt(finder: Finder, phrases: PhraseIndex<string>, said: readonly string[], start: number) {
  for (const at of startsFrom(finder, said, start)) {
    const phrase = longestAt(phrases, said, at)
    if (phrase) return { locale: phrase.meanings[0] ?? '', end: at + phrase.length }
  }
  return undefined
}

/** A name here, or after the name of a city; and then it must be spelt rightly. */
function nameNear(finder: Finder, said: readonly string[], start: number) {
  const { names } = finder.countries
  const here = nameFrom(finder, said, start)
  if (here) return here
  for (let at = start; at < start + MOST_OF_CITY; at += 1) {
    const word = said[at]
    if (word === undefined || finder.functionWords.has(word) || longestAt(names, said, at)) return undefined
    const exact = exactName(names, said, at + 1)
    if (exact) return exact
  }
  return undefined
}

/** A name here, or after words that mean nothing; "the States" begins with one. */
function nameFrom(finder: Finder, said: readonly string[], start: number) {
  for (const at of startsFrom(finder, said, start)) {
    const named = nameAt(finder, said, at)
    if (named) return named
  }
  return undefined
}

function exactName(names: PhraseIndex<string>, said: readonly string[], start: number): Name | undefined {
  const exact = longestAt(names, said, start)
  const [country] = exact?.meanings ?? []
  if (!exact || !country) return undefined
  const end = start + exact.length
  return { name: said.slice(start, end).join(' '), country, end }
}

function nameAt(finder: Finder, said: readonly string[], start: number): Name | undefined {
  const { names } = finder.countries
  if (longestAt(names, said, start)) return exactName(names, said, start)
  for (let length = LONGEST_MISSPELT; length > 0; length -= 1) {
    const typed = said.slice(start, start + length)
    const misspelt = typed.length === length ? misspeltName(finder, typed) : undefined
    if (misspelt) return { ...misspelt, end: start + length }
  }
  return undefined
}

/** Spelt as it sounds, or with one slip; but a sprain is not Spain: words that the line knows are no slips. */
function misspeltName(finder: Finder, words: readonly string[]) {
  const {
    countries,
    spelling: { keyOf },
  } = finder
  const typed = words.join(' ')
  if (typed.length < SHORTEST_MISSPELT || words.some(isUnspacedLetter)) return undefined
  const nameOf = (name: string) => {
    const [country] = countries.names.meanings.get(name) ?? []
    return country && name.charCodeAt(0) === typed.charCodeAt(0) ? { name, country } : undefined
  }
  const alike = nameOf(countries.sounds.get(keyOf(typed)) ?? '')
  if (alike || words.every((word) => isKnown(finder, keyOf(word)))) return alike
  // "Indian" is no slip.
  for (const name of countries.sounds.values())
    if (!typed.startsWith(name) && isWithinOneEdit(name, typed)) return nameOf(name)
  return undefined
}
