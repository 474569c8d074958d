/**
 * From a webhook as it comes to what goes back, in two steps and on whatever runtime: it is verified (webhook.ts), and then
 * answered once (once.ts). The operator is told of both (watch.ts).
 *
 * @example
 * const receive = createReceiver(deps)
 * const answerText = receive('/sms', (webhook) => ({ twiml: piecesOf('<Response/>') }), apologise)
 * answerText({ target: '/sms', headers, body })() // { status: 200, … }
 */

import { createOnce } from '../twilio/idempotency.ts'
import { type Incoming, isRefusal, readWebhook, type Webhook } from '../twilio/webhook.ts'
import { type Answer, type Outgoing, type Refusal, refuse, sendAnswer } from './answer.ts'
import type { Deps } from './deps.ts'
import { createWatch } from './request-log.ts'

/** The second step is for the caller to take, at once or when others have taken their first (rounds.ts). */
export type Receiver = (incoming: Incoming) => () => Outgoing

/** Webhooks by their routes; a wider route, which ends in `/*`, comes after those that are within it. */
export type Webhooks = Readonly<Record<string, Receiver>>

export type Answerer = (webhook: Webhook) => Answer

/** `route` is what the operator is told in place of the path; `apologise` answers where `answerer` has failed. */
export type Receive = (route: string, answerer: Answerer, apologise: Answerer) => Receiver

export function createReceiver({
  settings,
  logError,
  onRequest,
}: Pick<Deps, 'settings' | 'logError' | 'onRequest'>): Receive {
  const once = createOnce()
  const watch = createWatch(onRequest)
  return (route, answerer, apologise) => {
    const answer = (webhook: Webhook): Answer => {
      try {
        return once(webhook.marks, () => answerer(webhook))
      } catch (error) {
        logError(error, route, webhook.requestId)
        return apologise(webhook)
      }
    }
    const fail = (error: unknown, requestId: string): Refusal => {
      logError(error, route, requestId)
      return { status: 500, sentence: 'Something went wrong on our side.' }
    }
    const verify = (incoming: Incoming, requestId: string): Webhook | Refusal => {
      try {
        return readWebhook(incoming, settings, requestId)
      } catch (error) {
        return fail(error, requestId)
      }
    }
    const reply = (read: Webhook | Refusal, requestId: string): Outgoing => {
      if (isRefusal(read)) return refuse(read, requestId)
      try {
        return sendAnswer(answer(read), requestId)
      } catch (error) {
        return refuse(fail(error, requestId), requestId)
      }
    }
    return (incoming) => {
      const { requestId, end } = watch()
      const read = verify(incoming, requestId)
      return () => {
        const outgoing = reply(read, requestId)
        end('POST', route, outgoing.status)
        return outgoing
      }
    }
  }
}
