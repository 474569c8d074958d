/**
 * A texter: sends texts and keeps the cookie of the conversation, as Twilio does for a pair of numbers.
 *
 * @example
 * const texter = createTexter(post, { From: '+15555550111', To: '+15555550100', FromCountry: 'US' })
 * await texter.send('BONE') // { replies: ['Bones\nThe most common sign …'], language: 'en' }
 */
import type { FormFields, Post } from './transport.ts'
import { readTwiml } from './twiml.ts'

interface TextReply {
  /** One text each; none where the line does not reply. */
  readonly replies: readonly string[]
  readonly language: string | null
}

export interface Texter {
  send(words: string): Promise<TextReply>
}

export function createTexter(post: Post, conversation: FormFields): Texter {
  let cookie: string | null = null
  return {
    async send(words) {
      const reply = await post('/sms', { ...conversation, Body: words, MessageSid: messageSid() }, cookie)
      if (reply.status !== 200) throw new Error(`The line answered ${reply.status}: ${reply.body}`)
      cookie = reply.cookie ?? cookie
      const replies = readTwiml(reply.body).map((verb) => {
        if (verb.kind !== 'message') throw new Error(`A text cannot be answered by a ${verb.kind}.`)
        return verb.body
      })
      return { replies, language: reply.language }
    },
  }
}

/** In Twilio's format, and never the same twice: the line takes a second text with one identifier for a copy of the first. */
function messageSid(): string {
  return `SM${crypto.randomUUID().replaceAll('-', '')}`
}
