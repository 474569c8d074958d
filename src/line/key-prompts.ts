/**
 * The prompts about the keys that work everywhere: whole once, after the first part; then in one short line; and whole again after a
 * miss, under 9, or when asked for ("tapered prompts", W3C COGA).
 *
 * @example
 * keys(place) // "I will go on by myself. … Again: 8. Back: star. A person: 0. …", and from then on "A person: 0. All keys: 9."
 */
import { phrase } from '../locale/phrases.ts'
import { KEYS } from './keys.ts'
import { goesOn, partsAt } from './nodes/index.ts'
import { currentNode, currentSlug, type Place } from './place.ts'
import { currentStep } from './position.ts'
import type { Prompt } from './turn.ts'

/** Of what has several parts. */
export function nextKey(place: Place): readonly Prompt[] {
  return currentStep(place.position).part < partsAt(place) ? [phrase('voice.next')] : []
}

/** After a part, before the keys after a part were told. */
export function isNewListener(place: Place): boolean {
  return goesOn(place) && !place.position.told && !place.position.retries
}

/** The keys that work everywhere, whole or in one short line. */
export function keys(place: Place): readonly Prompt[] {
  const { line, position } = place
  const { kind } = currentNode(place)
  const { person, again, ways } = KEYS
  if (isNewListener(place)) return [phrase('voice.goesOn', { person, again, ways })]
  const isNew = !position.told && (currentSlug(place) === line.main || isLastPart(place))
  const isAlone = kind === 'number' || kind === 'languages' || kind === 'handoff'
  if (isAlone || kind === 'ways' || position.retries || isNew) return allKeys(place)
  return [
    ...(goesOn(place) && position.wait === 'long' ? nextKey(place) : []),
    ...(position.told || goesOn(place) ? declineKey(place) : [phrase('voice.back')]),
    phrase('voice.keys', { person, ways }),
  ]
}

/** None where 0 may be the second digit of a number, and where no language is chosen yet. */
export function personKey(place: Place): readonly Prompt[] {
  const { kind } = currentNode(place)
  if (kind === 'languages' || kind === 'handoff' || currentStep(place.position).digit) return []
  return [phrase('voice.person', { key: KEYS.person })]
}

/** At a consent the way to decline is told every time: who is asked must hear both answers. */
export function declineKey(place: Place): readonly Prompt[] {
  return currentNode(place).kind === 'consent' ? [phrase('voice.back')] : []
}

/** All of them, a person first. Where a number is entered, the others are digits. */
export function allKeys(place: Place): readonly Prompt[] {
  const { kind } = currentNode(place)
  const isMain = currentSlug(place) === place.line.main
  if (kind === 'number' || kind === 'languages' || kind === 'handoff') return personKey(place)
  return [
    ...personKey(place),
    ...(isMain || kind === 'ways' ? [phrase('voice.number', { key: KEYS.number })] : []),
    phrase('voice.again', { key: KEYS.again }),
    ...(isMain ? [] : [phrase('voice.back')]),
    ...(kind === 'ways' ? [] : [phrase('voice.ways', { key: KEYS.ways })]),
  ]
}

/** Of a topic. */
export function isLastPart(place: Place): boolean {
  return currentNode(place).kind === 'topic' && currentStep(place.position).part >= partsAt(place)
}
