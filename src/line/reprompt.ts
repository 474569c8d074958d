/**
 * Silence, wrong keys and words not understood: nobody is blamed and no call ends for it at once.
 *
 * The ladder (DESIGN.md "Keys"; standards.md IVR-12 to IVR-15): a shorter prompt; then more time; then a person,
 * or a kind goodbye with the number to call back. Keys and words never lead to the goodbye: whoever presses is there.
 * Once a person has been called for it, silence climbs the ladder again, to the goodbye: nobody is called for a phone
 * that lies in a pocket again and again.
 */
import { phrase } from '../locale/phrases.ts'
import { currentSlug, type Place, phoneOf } from './place.ts'
import { type Missed, type Position, positionAt } from './position.ts'
import { awaitAnswer } from './prompts.ts'
import { type Tally, tally } from './tally.ts'
import { type Arrival, open } from './transition.ts'
import type { Utterance } from './turn.ts'

/** Seconds the line waits once it has asked whether more time is needed: a relay or a communication aid is slow. */
const MORE_TIME_SECONDS = 60
/** Answers "Do you need more time?" */
export const MORE_TIME_KEY = '1'
const MOST = 3

/** Whether "Do you need more time?" was the last thing that was said. */
export function hasAskedForTime({ missed }: Position): boolean {
  return missed?.by === 'silence' && rungOf(missed.times) === 2
}

export function missSilence(place: Place): Arrival {
  const { line } = place
  const times = timesMissed(place, 'silence', 2 * MOST)
  const rung = rungOf(times)
  const position = missedAt(place, 'silence', times)
  const tallies = [tally('silence', currentSlug(place))]
  const inChoiceOfLanguage = currentSlug(place) === line.start
  if (rung === 1)
    return {
      position,
      lead: inChoiceOfLanguage ? [] : [phrase('voice.takeYourTime')],
      tells: 'short',
      tallies,
    }
  if (inChoiceOfLanguage) return goOnWithoutChoice(place, tallies)
  if (rung === 2) {
    const asked = { ...place, position }
    return {
      position,
      lead: [phrase('voice.moreTime', { key: MORE_TIME_KEY })],
      tells: 'nothing',
      tallies,
      awaits: awaitAnswer(asked, MORE_TIME_SECONDS),
    }
  }
  return personOrGoodbye(place, position, tallies)
}

/** After the first: what was not understood, then the choices. From the third: a person, where one can be called. */
export function missKey(place: Place, lead: Utterance, event: 'wrong-key' | 'unmatched'): Arrival {
  const times = timesMissed(place, 'key', MOST)
  const tallies = [tally(event, currentSlug(place))]
  const { around, line } = place
  if (times >= MOST && around.staffed && line.settings.handoff.number && currentSlug(place) !== line.start) {
    const arrival = open(place, line.person)
    return { ...arrival, tallies: [...tallies, ...arrival.tallies] }
  }
  return { position: missedAt(place, 'key', times), lead: [lead], tells: 'short', tallies }
}

/** Somebody who chooses no language may not have understood any: the first language goes on to the main menu. */
function goOnWithoutChoice(place: Place, tallies: readonly Tally[]): Arrival {
  const main = {
    ...place.position,
    missed: null,
    trail: positionAt(place.line.main, place.position.locale).trail,
  }
  return { position: main, lead: [], tells: 'welcome', tallies }
}

function personOrGoodbye(place: Place, position: Position, tallies: readonly Tally[]): Arrival {
  const { around, line } = place
  const { missed } = position
  if (around.staffed && line.settings.handoff.number && missed?.times === MOST) {
    const arrival = open(place, line.person)
    return {
      ...arrival,
      position: { ...arrival.position, missed },
      tallies: [...tallies, ...arrival.tallies],
    }
  }
  const callAgain = around.called
    ? [phrase('voice.callAgain', { number: phoneOf(around.called, around.country) })]
    : []
  return {
    position,
    lead: [...callAgain, phrase('voice.goodbye')],
    tells: 'nothing',
    tallies,
    awaits: { kind: 'nothing' },
  }
}

function timesMissed({ position: { missed } }: Place, by: Missed['by'], most: number): number {
  return Math.min(missed?.by === by ? missed.times + 1 : 1, most)
}

/** From the fourth silence on, the ladder is climbed for the second time. */
function rungOf(silences: number): number {
  return silences > MOST ? silences - MOST : silences
}

function missedAt({ position }: Place, by: Missed['by'], times: number): Position {
  return { ...position, missed: { by, times } }
}
