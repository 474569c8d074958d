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
import { currentStep } from './position.ts'
import { hasAskedForTime, MORE_TIME_KEY } from './reprompt.ts'

export function readKey(place: Place, keys: string): Intent {
  // A provider that ignores numDigits may send several keys; the first is the one meant for this step.
  const key = keys.slice(0, 1)
  if (key === MORE_TIME_KEY && hasAskedForTime(place.position)) return { kind: 'more time' }
  if (currentNode(place).kind === 'number') {
    const entered = readNumber(place, keys)
    if (entered) return entered
  }
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

/**
 * Two digits open their topic; the first alone waits for the second. No number begins with 0, so that it is a person's there; as
 * the second digit it is one where no topic has that number.
 */
function readNumber({ line, position }: Place, keys: string): Intent | undefined {
  const { digit = '' } = currentStep(position)
  const digits = /^\d+/.exec(digit + keys)?.[0].slice(0, 2) ?? ''
  if (/^[1-9]$/.test(digits) && !digit) return { kind: 'digit', digit: digits }
  if (!/^[1-9]\d$/.test(digits)) return undefined
  const node = line.finder.numbers.get(digits)
  if (node) return { kind: 'open', node }
  return keys === KEYS.person ? undefined : { kind: 'wrong key', key: digits }
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
