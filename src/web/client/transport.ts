/**
 * Posts to the webhooks that Twilio calls, with a signature that the server makes as Twilio does. The browser keeps the
 * cookie of a text conversation.
 *
 * @example
 * const reply = await post('/voice', { From: '+15555550111', … }, null)
 */
import type { Post } from '../../simulator/transport.ts'
import { data } from './page.ts'

/** The server cannot be reached. */
export class Unreachable extends Error {}

export const post: Post = async (path, form) => {
  const body = new URLSearchParams(form).toString()
  const target = path.startsWith(`${data.base}/`) ? path : data.base + path
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const signature = await send(`${data.base}/phone/signature?path=${encodeURIComponent(target)}`, {
    method: 'POST',
    headers,
    body,
  })
  if (!signature.ok) return replyFrom(signature)
  const response = await send(target, {
    method: 'POST',
    headers: {
      ...headers,
      'i-twilio-idempotency-token': crypto.randomUUID(),
      'x-twilio-signature': await signature.text(),
    },
    body,
  })
  return replyFrom(response)
}

export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new Unreachable()
  }
}

async function replyFrom(response: Response) {
  const { status, headers } = response
  return { status, body: await response.text(), cookie: null, language: headers.get('content-language') }
}
