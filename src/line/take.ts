/**
 * The core: one input at one position gives one turn. Pure, and the same for calls, texts, phones and tests.
 *
 * @example
 * take(line, position, { kind: 'key', key: '1', channel: 'voice', country: 'US', staffed: false, called: null })
 */

import { phrase } from '../locale/phrases.ts'
import { alarmPrompt, possibleCrisisPrompt } from './alarm.ts'
import { applyIntent } from './apply-intent.ts'
import type { Channel, ChannelContext, Input, UserEvent } from './event.ts'
import type { Intent, Interpretation } from './intent.ts'
import { interpret } from './interpret.ts'
import type { Line } from './line.ts'
import { currentSlug, emergency, inLocale, localesOffered, type Place } from './place.ts'
import { type Position, positionAt } from './position.ts'
import { commandWord, expectAnswer, fullPrompts, shortPrompts, welcomePrompts } from './prompts.ts'
import { type Tally, tally } from './tally.ts'
import { stay, type Transition } from './transition.ts'
import type { Prompt, Turn } from './turn.ts'

/** `position` is null for a call that arrives, and for a text of which no earlier position is known. */
export function take(line: Line, position: Position | null, input: Input): Turn {
  return follow(line, position, input, understand(line, position, input, input))
}

/** What an input means at a position: the first half of `take`, and all of it that looks at words. */
export function understand(
  line: Line,
  position: Position | null,
  context: ChannelContext,
  event: UserEvent,
): Interpretation {
  return interpret(placeAt(line, position, context), event, position === null)
}

/** The turn that follows from what an input means: the second half of `take`. Whoever means the same gets the same. */
export function follow(
  line: Line,
  position: Position | null,
  context: ChannelContext,
  { intent: meant, heard, despair }: Interpretation,
): Turn {
  const place = placeAt(line, position, context)
  const { channel } = context
  const fresh = position === null
  // Whoever needs help at once is not asked to choose: the likeliest topic follows the number to call.
  const intent: Intent =
    heard?.alarm === 'emergency' && meant.kind === 'guess'
      ? { kind: 'open', node: meant.among[0] as string, locale: meant.locale }
      : meant
  const walked =
    heard && !isSure(intent) ? stayAfterAlarm(inLocale(place, heard.locale)) : applyIntent(place, intent)
  const transition = fresh && !heard ? greet(place, walked, intent) : walked
  const there = { ...place, position: transition.position }
  return {
    prompts: [
      ...(heard ? [alarmPrompt(there, heard.alarm)] : []),
      // By phone a key cuts off what comes last; a text is read to its end.
      ...(despair && channel === 'voice' ? [possibleCrisisPrompt(there)] : []),
      ...transition.preamble,
      ...tellings[transition.prompt](there),
      ...(despair && channel === 'sms' ? [possibleCrisisPrompt(there)] : []),
      ...(fresh && channel === 'sms' && intent.kind !== 'carrier'
        ? [phrase('sms.safety', { emergency: emergency(there) })]
        : []),
    ],
    expects: transition.expects ?? expectAnswer(there),
    position: transition.position,
    tallies: [
      ...arrivalTally(channel, fresh),
      ...(heard ? [tally(heard.alarm)] : []),
      ...(despair ? [tally('crisis-offered')] : []),
      ...transition.tallies,
    ],
  }
}

const tellings: Record<Transition['prompt'], (place: Place) => readonly Prompt[]> = {
  welcome: welcomePrompts,
  full: fullPrompts,
  short: shortPrompts,
  none: () => [],
}

function placeAt(line: Line, position: Position | null, context: ChannelContext): Place {
  return { line, position: position ?? firstPosition(line, context), context }
}

/** A call begins with the choice of language where there is one; a text begins at the main menu, to be read by its words. */
function firstPosition(line: Line, context: ChannelContext): Position {
  const offered = localesOffered({ line, context })
  const node = context.channel === 'voice' && offered.length > 1 ? line.start : line.main
  return positionAt(node, offered[0] as string)
}

/** The first turn of all: a call in a single language is welcomed; a text that matched nothing gets the main menu, not a shrug. */
function greet(place: Place, transition: Transition, intent: Intent): Transition {
  const atMain = currentSlug({ ...place, position: transition.position }) === place.line.main
  if (place.context.channel === 'voice') return atMain ? { ...transition, prompt: 'welcome' } : transition
  if (intent.kind !== 'unmatched' && intent.kind !== 'main' && intent.kind !== 'locale') return transition
  const { expects: _, ...rest } = transition
  return { ...rest, preamble: [phrase('sms.greeting', { name: place.line.settings.name })], prompt: 'full' }
}

/** Whoever cries for help is not asked to guess, nor told that they were not understood. */
function isSure({ kind }: Intent): boolean {
  return kind !== 'unmatched' && kind !== 'guess'
}

/** After the help itself, the way on: by phone the choices, by text the menu and a person. */
function stayAfterAlarm(place: Place): Transition {
  if (place.context.channel === 'voice') return stay(place, { prompt: 'short' })
  const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
  return stay(place, { preamble: [phrase('sms.last', { menu, person })], prompt: 'none' })
}

/** A call is counted when it comes in; of texts, each one. */
function arrivalTally(channel: Channel, fresh: boolean): readonly Tally[] {
  if (channel === 'sms') return [tally('message')]
  return fresh ? [tally('call')] : []
}
