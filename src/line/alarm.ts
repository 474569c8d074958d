/**
 * The prompts for words of danger, with the numbers of the caller's country.
 *
 * @example
 * alarmPrompt(place, { alarm: 'crisis', locale: 'en' }) // "You matter, and you are not alone. To talk to someone now, call …: 988. …"
 * possibleCrisisPrompt(place) // "If you feel that you cannot go on, call 988 or text 988 now."
 */
import type { HeardAlarm } from '../finder/weigh-danger.ts'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { emergency, type Place } from './place.ts'
import { crisisLine } from './services.ts'
import type { Prompt } from './turn.ts'

/** The first prompt of a turn; by phone no key interrupts it. */
export function alarmPrompt(place: Place, { alarm, rule }: HeardAlarm): Prompt {
  const { channel } = place.context
  const words = alarm === 'emergency' ? rulePhrase(place, rule) : crisisPhrase(place)
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

/** The rule for the sign; where the language has none for it, the emergency number alone. */
function rulePhrase({ line, position, ...place }: Place, rule = ''): Wording {
  const { channel } = place.context
  const values = { emergency: emergency({ line, ...place }) }
  return line.locales[position.locale]?.resources.rules[rule]
    ? { key: `rules:${rule}.${channel}`, values }
    : phrase(`${channel}.urgent`, values)
}

function crisisPhrase(place: Place): Wording {
  const { channel } = place.context
  const near = crisisLine(place)
  if (!near) return phrase(`${channel}.crisisUnknown`, { emergency: emergency(place) })
  const { name, number, text } = near
  const values = { name, number, emergency: emergency(place) }
  return text ? phrase(`${channel}.crisisText`, { ...values, text }) : phrase(`${channel}.crisis`, values)
}
