/**
 * A key or a topic's number in words: "press two", "the second one", "number twenty-one", "#21", "pound".
 *
 * @example
 * readSpokenKey(place, 'number two, please') // '2'
 * readSpokenKey(place, 'topic twenty-one') // '21'
 */
import { tokenize } from '../finder/tokens.ts'
import { currentNode, type Place } from './place.ts'

const KEY = /^(\d{1,2}|[*#])$/
/** In words: "signo de número". */
const LONGEST_NAME = 3

/** Undefined where the words say anything else. */
export function readSpokenKey(place: Place, words: string): string | undefined {
  const { aroundNumbers, beforeDigits, homophones } = place.line.finder
  const said = tokenize(words).map(({ text }) => text.replace(/^#(?=\d)/, ''))
  const keys: string[] = []
  const others: string[] = []
  for (let at = 0; at < said.length; ) {
    const { key, length } = keyAt(place, said, at)
    const word = said[at] ?? ''
    const isSign =
      beforeDigits.has(word) && KEY.test(said.slice(at).find((each) => !beforeDigits.has(each)) ?? '')
    if (key !== undefined) keys.push(key)
    else if (!aroundNumbers.has(word) && !isSign) others.push(word)
    at += length
  }
  if (keys.length > 0) return others.length > 0 ? undefined : combine(place, keys)
  // Speech recognition writes "to" for "two". A text is written by a person, who means "to".
  if (place.context.channel !== 'voice') return undefined
  const alike = homophones.get(place.position.locale)
  const word = said.findLast((each) => alike?.has(each)) ?? ''
  return others.every((each) => each === word) ? alike?.get(word) : undefined
}

/** The longest name of a key that begins at this word; a word that begins none has the length of one. */
function keyAt({ line }: Place, said: readonly string[], at: number) {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const name = said.slice(at, at + length).join(' ')
    const key = line.finder.spokenKeys.get(name) ?? (KEY.test(name) ? name : undefined)
    if (key !== undefined) return { key, length }
  }
  return { key: undefined, length: 1 }
}

/** "Twenty one" is 21, "# 21" too, and "two one" where a number is asked for. Otherwise the first counts: "the second one". */
function combine(place: Place, keys: readonly string[]): string | undefined {
  const [first = '', second = '', third] = keys
  if (third !== undefined) return undefined
  if (first === '#' && second) return second
  const [ten = 0, one = 0] = [first, second].map(Number).sort((a, b) => b - a)
  if (ten >= 20 && ten % 10 === 0 && one > 0 && one < 20) return String(ten + one)
  const isPair = /^\d$/.test(first) && /^\d$/.test(second)
  return isPair && currentNode(place).kind === 'number' ? first + second : first
}
