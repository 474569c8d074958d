/**
 * Twilio's messaging webhook as an event: words, a picture or voice note without any, or what a machine sent.
 *
 * @example
 * readSmsEvent((field) => ({ Body: 'BONE', NumMedia: '0' })[field]) // { kind: 'text', words: 'BONE' }
 * readSmsEvent((field) => ({ Body: 'STOP', To: 'whatsapp:+15555550100' })[field]) // { …, carrier: 'none' }
 */
import type { UserEvent } from '../line/event.ts'
import { saysWithheld } from '../twilio/address.ts'

type SmsForm = (field: 'Body' | 'NumMedia' | 'From' | 'To') => string | undefined

const LONG_NUMBER = /^\+[1-9]\d{6,14}$/
/** Of the North American plan. The network answers STOP, START and UNSTOP there, and Twilio the others but YES. */
const TOLL_FREE = /^\+18(?:00|33|44|55|66|77|88)\d{7}$/
/** The number of a service, or a name such as VERIZON: nobody reads what is sent back to it. */
const SERVICE = /^(?:\d{3,8}|[^:+]*\p{L}[^:+]*)$/u

/** `form` tells what a field holds. */
export function readSmsEvent(form: SmsForm): UserEvent {
  const words = form('Body') ?? ''
  if (isMachine(form('From') ?? '', form('To'))) return { kind: 'machine' }
  if (words.trim() === '' && Number(form('NumMedia') ?? 0) > 0) return { kind: 'media' }
  return { kind: 'text', words, ...carrierOf(form('To')) }
}

/** A text from our own number would be answered for ever. */
function isMachine(from: string, to: string | undefined): boolean {
  return (SERVICE.test(from) && !saysWithheld(from)) || (from !== '' && from === to)
}

/** Twilio answers carrier words at long numbers by default, and nowhere else (docs/design/twilio.md section 2, "Opt-out"). */
function carrierOf(to = ''): { readonly carrier?: 'none' | 'toll-free' } {
  if (TOLL_FREE.test(to)) return { carrier: 'toll-free' }
  return to === '' || LONG_NUMBER.test(to) ? {} : { carrier: 'none' }
}
