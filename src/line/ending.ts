/**
 * Transitions that end a call kindly: after silence, after a goodbye, and when it has been too long. A text conversation has no end:
 * a goodbye gets a reply, and any word leads on.
 *
 * @example
 * endAfterSilence(place, position) // "The number to call again is … I will end this call now. …"
 */
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { emergency, type Place, phoneOf } from './place.ts'
import { menuAndPerson } from './prompts.ts'
import { crisisLine } from './services.ts'
import { tally } from './tally.ts'
import { stay, type Transition } from './transition.ts'

const END = { prompt: 'none', expects: { kind: 'nothing' } } as const

export function endAfterSilence(place: Place): Transition {
  return stay(place, { ...END, preamble: [...callAgain(place), phrase('voice.goodbye')] })
}

export function endAfterGoodbye(place: Place): Transition {
  if (place.context.channel === 'sms')
    return stay(place, { preamble: [phrase('sms.goodbye', menuAndPerson(place))], prompt: 'none' })
  return stay(place, { ...END, preamble: [phrase('voice.goodbyeReturned')] })
}

/** Says where help is before it ends: nobody may be cut off without a number. */
export function endOverlong(place: Place): Transition {
  const preamble = [
    phrase('voice.overlong'),
    phrase('helplines.emergency', { emergency: emergency(place) }),
    ...crisisNumber(place),
    phrase('voice.goodbye'),
  ]
  return stay(place, { ...END, preamble, tallies: [tally('overlong')] })
}

function callAgain({ context }: Place): readonly Wording[] {
  const { called, country } = context
  return called ? [phrase('voice.callAgain', { number: phoneOf(called, country) })] : []
}

function crisisNumber(place: Place): readonly Wording[] {
  const near = crisisLine(place)
  return near ? [phrase('voice.despair', { number: near.number })] : []
}
