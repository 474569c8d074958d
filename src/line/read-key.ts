/**
 * What a key means at a place: an option there, more time, or what it means everywhere (keys.ts).
 *
 * @example
 * readKey(place, '1') // { kind: 'open', node: 'bone' }
 * readDigits(place, '21', false) // the same, wherever it is said or texted
 */
import type { Intent } from './intent.ts'
import { KEYS } from './keys.ts'
import { optionsAt } from './nodes/index.ts'
import { currentNode, type Place } from './place.ts'
import { hasAskedForTime, MORE_TIME_KEY } from './reprompt.ts'

export function readKey(place: Place, keys: string): Intent {
  if (currentNode(place).kind === 'number' && /^[0-9]{2}$/.test(keys)) {
    const node = place.line.finder.numbers.get(keys)
    return node ? { kind: 'open', node } : { kind: 'wrong key', key: keys }
  }
  // A provider that ignores numDigits may send several keys; the first is the one meant for this step.
  const key = keys.slice(0, 1)
  if (key === MORE_TIME_KEY && hasAskedForTime(place.position)) return { kind: 'more time' }
  const chosen = optionsAt(place).find((option) => option.key === key)
  if (chosen) return chosen.intent
  switch (key) {
    case KEYS.person:
      return { kind: 'open', node: place.line.person }
    case KEYS.number:
      // By text, the number itself is sent.
      return place.context.channel === 'voice'
        ? { kind: 'open', node: place.line.number }
        : { kind: 'wrong key', key }
    case KEYS.again:
      return { kind: 'prompt' }
    case KEYS.ways:
      return { kind: 'open', node: place.line.ways }
    case KEYS.back:
      return { kind: 'back' }
    case KEYS.next:
      return { kind: 'next' }
    default:
      return { kind: 'wrong key', key }
  }
}

/** Digits among words: a topic's number leads there from anywhere. */
export function readDigits(place: Place, digits: string, fresh: boolean): Intent {
  const { locale } = place.position
  const node = place.line.finder.numbers.get(digits)
  if (node) return { kind: 'open', node, locale }
  if (fresh && digits !== KEYS.person) return { kind: 'main' }
  // Two digits are the number of a topic, not two keys.
  return digits.length > 1 ? { kind: 'wrong key', key: digits } : readKey(place, digits)
}
