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
import { emergency, type Place, phoneOf } from './place.ts'
import { crisisService, serviceText } from './services.ts'
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
  const { channel, country } = place.context
  const service = crisisService(place)
  const number = service?.call ? phoneOf(service.call, country) : emergency(place)
  return channel === 'sms' && service?.text
    ? phrase('sms.despairText', { number, text: phoneOf(service.text.to, country) })
    : phrase(`${channel}.despair`, { number })
}

function crisisPhrase(place: Place): Wording {
  const { channel, country } = place.context
  const service = crisisService(place)
  if (!service?.call) return phrase(`${channel}.crisisUnknown`, { emergency: emergency(place) })
  return phrase(`${channel}.crisis`, {
    name: serviceText(service, place, 'name'),
    number: phoneOf(service.call, country),
    emergency: emergency(place),
  })
}
