/**
 * The prompts for words of danger, with the numbers of the caller's country.
 *
 * @example
 * alarmPrompt(place, 'crisis') // "You matter, and you are not alone. To talk to someone now, call …: 988. …"
 * possibleCrisisPrompt(place) // "If you feel that you cannot go on, call 988 or text 988 now."
 */
import { phrase } from '../locale/phrases.ts'
import type { Alarm } from '../locale/schema.ts'
import type { Wording } from '../locale/wording.ts'
import { emergency, type Place } from './place.ts'
import { crisisLine } from './services.ts'
import type { Prompt } from './turn.ts'

/** The first prompt of a turn; by phone no key interrupts it. */
export function alarmPrompt(place: Place, alarm: Alarm): Prompt {
  const { channel } = place.context
  const words =
    alarm === 'emergency' ? phrase(`${channel}.urgent`, { emergency: emergency(place) }) : crisisPhrase(place)
  return channel === 'voice' ? { ...words, bargeIn: false } : words
}

/** A short prompt beside the answer: the person may have meant nothing of the kind. */
export function possibleCrisisPrompt(place: Place): Prompt {
  const { channel } = place.context
  const near = crisisLine(place)
  const number = near?.number ?? emergency(place)
  return channel === 'sms' && near?.text
    ? phrase('sms.despairText', { number, text: near.text })
    : phrase(`${channel}.despair`, { number })
}

function crisisPhrase(place: Place): Wording {
  const { channel } = place.context
  const near = crisisLine(place)
  if (!near) return phrase(`${channel}.crisisUnknown`, { emergency: emergency(place) })
  return phrase(`${channel}.crisis`, { name: near.name, number: near.number, emergency: emergency(place) })
}
