/**
 * The core: one input at one position gives one turn. Pure, and the same for calls, texts, phones and tests.
 *
 * @example
 * take(line, position, { kind: 'key', key: '1', channel: 'voice', country: 'US', staffed: false, called: null })
 */

import { phrase } from '../locale/phrases.ts'
import { answerAlarm, answerDespair } from './alarm.ts'
import { walk } from './apply-intent.ts'
import type { Channel, Circumstances, Deed, Input } from './event.ts'
import type { Move, Reading } from './intent.ts'
import { read } from './interpret.ts'
import type { Line } from './line.ts'
import { currentSlug, emergency, inLocale, localesOffered, type Place } from './place.ts'
import { type Position, positionAt } from './position.ts'
import { awaitAnswer, commandWord, tellFull, tellShort, tellWelcome } from './prompts.ts'
import { type Tally, tally } from './tally.ts'
import { type Arrival, stay } from './transition.ts'
import type { Turn, Utterance } from './turn.ts'

/** `position` is null for a call that arrives, and for a text of which no earlier position is known. */
export function take(line: Line, position: Position | null, input: Input): Turn {
  return follow(line, position, input, understand(line, position, input, input))
}

/** What an input means at a position: the first half of `take`, and all of it that looks at words. */
export function understand(
  line: Line,
  position: Position | null,
  around: Circumstances,
  deed: Deed,
): Reading {
  return read(placeAt(line, position, around), deed, position === null)
}

/** The turn that follows from what an input means: the second half of `take`. Whoever means the same gets the same. */
export function follow(
  line: Line,
  position: Position | null,
  around: Circumstances,
  { move: meant, heard, despair }: Reading,
): Turn {
  const place = placeAt(line, position, around)
  const { channel } = around
  const fresh = position === null
  // Whoever needs help at once is not asked to choose: the likeliest topic follows the number to call.
  const move: Move =
    heard?.alarm === 'emergency' && meant.kind === 'guess'
      ? { kind: 'open', node: meant.among[0] as string, locale: meant.locale }
      : meant
  const walked = heard && !isSure(move) ? stayAfterAlarm(inLocale(place, heard.locale)) : walk(place, move)
  const arrival = fresh && !heard ? greet(place, walked, move) : walked
  const there = { ...place, position: arrival.position }
  return {
    says: [
      ...(heard ? [answerAlarm(there, heard.alarm)] : []),
      // By phone a key cuts off what comes last; a text is read to its end.
      ...(despair && channel === 'voice' ? [answerDespair(there)] : []),
      ...arrival.lead,
      ...tellings[arrival.tells](there),
      ...(despair && channel === 'sms' ? [answerDespair(there)] : []),
      ...(fresh && channel === 'sms' && move.kind !== 'carrier'
        ? [phrase('sms.safety', { emergency: emergency(there) })]
        : []),
    ],
    awaits: arrival.awaits ?? awaitAnswer(there),
    position: arrival.position,
    tallies: [
      ...arrivalTally(channel, fresh),
      ...(heard ? [tally(heard.alarm)] : []),
      ...(despair ? [tally('crisis-offered')] : []),
      ...arrival.tallies,
    ],
  }
}

const tellings: Record<Arrival['tells'], (place: Place) => readonly Utterance[]> = {
  welcome: tellWelcome,
  full: tellFull,
  short: tellShort,
  nothing: () => [],
}

function placeAt(line: Line, position: Position | null, around: Circumstances): Place {
  return { line, position: position ?? firstPosition(line, around), around }
}

/** A call begins with the choice of language where there is one; a text begins at the main menu, to be read by its words. */
function firstPosition(line: Line, around: Circumstances): Position {
  const offered = localesOffered({ line, around })
  const node = around.channel === 'voice' && offered.length > 1 ? line.start : line.main
  return positionAt(node, offered[0] as string)
}

/** The first turn of all: a call in a single language is welcomed; a text that matched nothing gets the main menu, not a shrug. */
function greet(place: Place, arrival: Arrival, move: Move): Arrival {
  const atMain = currentSlug({ ...place, position: arrival.position }) === place.line.main
  if (place.around.channel === 'voice') return atMain ? { ...arrival, tells: 'welcome' } : arrival
  if (move.kind !== 'unmatched' && move.kind !== 'main' && move.kind !== 'locale') return arrival
  const { awaits: _, ...rest } = arrival
  return { ...rest, lead: [phrase('sms.greeting', { name: place.line.settings.name })], tells: 'full' }
}

/** Whoever cries for help is not asked to guess, nor told that they were not understood. */
function isSure({ kind }: Move): boolean {
  return kind !== 'unmatched' && kind !== 'guess'
}

/** After the help itself, the way on: by phone the choices, by text the menu and a person. */
function stayAfterAlarm(place: Place): Arrival {
  if (place.around.channel === 'voice') return stay(place, { tells: 'short' })
  const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
  return stay(place, { lead: [phrase('sms.last', { menu, person })], tells: 'nothing' })
}

/** A call is counted when it comes in; of texts, each one. */
function arrivalTally(channel: Channel, fresh: boolean): readonly Tally[] {
  if (channel === 'sms') return [tally('message')]
  return fresh ? [tally('call')] : []
}
