/**
 * A turn as a text message: one line a prompt, one `<Message>` a reply.
 *
 * @example
 * writeText(texts, turn) // 'Bones\nThe most common sign is new pain. …\nMORE: go on. MENU: all topics.'
 */
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'
import type { Turn } from '../line/turn.ts'
import { phoneGroups } from '../locale/phone-groups.ts'
import type { Texts } from '../locale/texts.ts'
import type { PhoneNumber } from '../locale/wording.ts'
import { withinSegments } from './segments.ts'

/** The words of the reply; empty where none is sent. */
export function writeText(texts: Texts, { prompts, expects, position }: Turn): string {
  if (expects.kind === 'nothing') return ''
  return prompts.map((prompt) => texts(prompt.locale ?? position.locale, prompt, writePhone)).join('\n')
}

/** TwiML that sends one text, or nothing for an empty one. `statusCallback` is where Twilio tells what became of it. */
export function renderText(text: string, statusCallback?: string): string {
  const response = new MessagingResponse()
  if (text) response.message(statusCallback ? { statusCallback } : {}, withinSegments(text))
  return response.toString()
}

/** A number that phones turn into a link: grouped, without brackets. */
export function writePhone(phone: PhoneNumber): string {
  return phoneGroups(phone).join(phone.phone.startsWith('+1') ? '-' : ' ')
}
