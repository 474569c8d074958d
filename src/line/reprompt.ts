/**
 * Transitions after no input and no match: nobody is blamed, and no call ends at once.
 *
 * The escalation (docs/design/README.md "Keys"; docs/design/standards.md IVR-12 to IVR-15): a shorter prompt; then more time; then a
 * person, or a kind goodbye with the number to call back. No match never leads to the goodbye: a caller who presses keys is
 * there; noise calls a person twice at most (services.ts) and ends with the longest call (voice/call-length.ts). After a call to a
 * person, silence starts the escalation again and ends it with the goodbye: a phone in a pocket calls a person once.
 */
import { phrase } from '../locale/phrases.ts'
import { endAfterSilence } from './ending.ts'
import { languagePages } from './nodes/languages.ts'
import { currentSlug, type Place } from './place.ts'
import { atPart, currentStep, forgetDigit, type Position, type Retries, restartAt } from './position.ts'
import { expectAnswer } from './prompts.ts'
import { personToCall } from './services.ts'
import { type Tally, tally } from './tally.ts'
import { moveTo, openNode, type Transition } from './transition.ts'
import type { Prompt } from './turn.ts'

/** Answers "Do you need more time?" */
export const MORE_TIME_KEY = '1'
const MOST = 3

/** Whether "Do you need more time?" was the last prompt. */
export function hasAskedForTime({ retries }: Position): boolean {
  return retries?.reason === 'silence' && rungOf(retries.count) === 2
}

export function repromptAfterSilence(place: Place): Transition {
  const { line } = place
  const { part } = currentStep(place.position)
  const tallies = [tally('silence', currentSlug(place))]
  const inChoiceOfLanguage = currentSlug(place) === line.start
  if (inChoiceOfLanguage && part < languagePages(place))
    return moveTo(atPart(place.position, part + 1), { tallies })
  const retries = countRetry(place, 'silence', 2 * MOST)
  const rung = rungOf(retries.count)
  const position = { ...place.position, retries }
  if (rung === 1) {
    const preamble = inChoiceOfLanguage ? [] : [phrase('voice.takeYourTime')]
    return moveTo(position, { preamble, prompt: 'short', tallies })
  }
  // A caller who chooses no language may not have understood any: the call goes on in the first.
  if (inChoiceOfLanguage) return moveTo(restartAt(place.position, line.main), { prompt: 'welcome', tallies })
  if (rung === 2)
    return moveTo(position, {
      preamble: [phrase('voice.moreTime', { key: MORE_TIME_KEY })],
      prompt: 'none',
      tallies,
      expects: expectAnswer({ ...place, position: { ...position, wait: 'long' } }),
    })
  return personOrGoodbye(place, position, tallies)
}

/** The first and the second time, the options again. From the third time on, a person, where one can be called. */
export function repromptAfterNoMatch(
  place: Place,
  preamble: Prompt,
  event: 'wrong-key' | 'unmatched',
): Transition {
  const retries = countRetry(place, 'key', MOST)
  const tallies = [tally(event, currentSlug(place))]
  const { line } = place
  if (retries.count >= MOST && personToCall(place) && currentSlug(place) !== line.start) {
    const transition = openNode(place, line.person)
    return { ...transition, tallies: [...tallies, ...transition.tallies] }
  }
  return moveTo(
    { ...forgetDigit(place.position), retries },
    { preamble: [preamble], prompt: 'short', tallies },
  )
}

function personOrGoodbye(place: Place, position: Position, tallies: readonly Tally[]): Transition {
  const { retries } = position
  if (retries?.count === MOST && personToCall(place)) {
    const transition = openNode(place, place.line.person)
    return {
      ...transition,
      position: { ...transition.position, retries },
      tallies: [...tallies, ...transition.tallies],
    }
  }
  return { ...endAfterSilence(place), position, tallies }
}

function countRetry({ position: { retries } }: Place, reason: Retries['reason'], most: number): Retries {
  return { reason, count: Math.min(retries?.reason === reason ? retries.count + 1 : 1, most) }
}

/** From the fourth silence on, the escalation runs for the second time. */
function rungOf(silences: number): number {
  return silences > MOST ? silences - MOST : silences
}
