/**
 * A key or a topic's number in words: "press two", "the second one", "number twenty-one", "#21", "pound".
 *
 * @example
 * readSpokenKey(place, 'number two, please') // { key: '2', locale: 'en' }
 * readSpokenKey(place, '#21') // { key: '21' }
 */
import { longestAt, type PhraseIndex } from '../finder/phrase-index.ts'
import { tokenize } from '../finder/tokens.ts'
import { currentNode, type Place } from './place.ts'

interface SpokenKey {
  readonly key: string
  /** The language of its words; none of digits. */
  readonly locale?: string
}

const KEY = /^(\d{1,2}|[*#])$/
/** In words: "signo de número"; in scripts without spaces, in letters: "シャープ". */
const LONGEST_NAME = 5

/** Undefined where the words say anything else. */
export function readSpokenKey(place: Place, words: string): SpokenKey | undefined {
  const { aroundNumbers, beforeDigits, homophones, spelling } = place.line.finder
  const said = tokenize(words, spelling).map(({ text }) => text.replace(/^#(?=\d)/, ''))
  const keys: SpokenKey[] = []
  const others: string[] = []
  for (let at = 0; at < said.length; ) {
    const { found, length } = keyAt(place, said, at)
    const around = longestAt(aroundNumbers, said, at) ?? signBefore(beforeDigits, said, at)
    if (found) keys.push(found)
    else if (!around) others.push(said[at] ?? '')
    at += found ? length : (around?.length ?? 1)
  }
  if (keys.length > 0) return others.length > 0 ? undefined : combine(place, keys)
  // Speech recognition writes "to" for "two". A text is written by a person, who means "to".
  if (place.context.channel !== 'voice') return undefined
  const alike = homophones.get(place.position.locale)
  const word = said.findLast((each) => alike?.has(each)) ?? ''
  const key = others.every((each) => each === word) ? alike?.get(word) : undefined
  return key === undefined ? undefined : { key }
}

/** Words that mean a number only before its digits. */
function signBefore(beforeDigits: PhraseIndex<unknown>, said: readonly string[], start: number) {
  const sign = longestAt(beforeDigits, said, start)
  let at = start
  for (let next = sign; next; next = longestAt(beforeDigits, said, at)) at += next.length
  return KEY.test(said[at] ?? '') ? sign : undefined
}

/** The longest name of a key that begins at this word, in the language of the place first; one word where there is none. */
function keyAt({ line, position }: Place, said: readonly string[], at: number) {
  const { spokenKeys } = line.finder
  const locales = [position.locale, ...spokenKeys.keys()]
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const name = said.slice(at, at + length).join(' ')
    if (KEY.test(name)) return { found: { key: name }, length }
    for (const locale of locales) {
      const key = spokenKeys.get(locale)?.get(name)
      if (key !== undefined) return { found: { key, locale }, length }
    }
  }
  return { length: 1 }
}

/** "Twenty one" is 21, "# 21" too, and "two one" where a number is asked for. Otherwise the first counts: "the second one". */
function combine(place: Place, keys: readonly SpokenKey[]): SpokenKey | undefined {
  const [first, second, third] = keys
  if (!first || !second || third) return third ? undefined : first
  if (first.key === '#') return second
  const [ten = 0, one = 0] = [first.key, second.key].map(Number).sort((a, b) => b - a)
  if (ten >= 20 && ten % 10 === 0 && one > 0 && one < 20) return { ...first, key: String(ten + one) }
  const isPair = /^\d{2}$/.test(first.key + second.key) && currentNode(place).kind === 'number'
  return isPair ? { ...first, key: first.key + second.key } : first
}
