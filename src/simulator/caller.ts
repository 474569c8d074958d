/**
 * A caller: walks TwiML as a telephone does, one deed at a time.
 *
 * @example
 * const caller = await placeCall(post, { From: '+15555550111', To: '+15555550100', FromCountry: 'US' })
 * await caller.press('1')
 * caller.heard // what was said since the last deed
 */
import type { Form, Post } from './transport.ts'
import { readTwiml, type Said, type Verb } from './twiml.ts'

export type State =
  /** The line listens for so many keys or for words, for so many seconds. */
  | {
      readonly kind: 'listening'
      readonly digits: number
      readonly seconds: number
      readonly action: string
      readonly rest: readonly Verb[]
    }
  /** The line calls somebody else. */
  | { readonly kind: 'dialling'; readonly number: string; readonly seconds: number; readonly action: string }
  | { readonly kind: 'ended' }

/** What is heard, and whether a key ends it: inside a `<Gather>` one does. */
export interface Heard extends Said {
  readonly isInterruptible: boolean
}

export interface Caller {
  readonly state: State
  readonly heard: readonly Heard[]
  /** One key, or as many as the line listens for. */
  press(keys: string): Promise<void>
  say(words: string): Promise<void>
  /** Says and presses nothing until the line gives up waiting. */
  wait(): Promise<void>
  /** Whoever is called answers, and later hangs up; or does not answer. */
  dialled(answered: boolean): Promise<void>
}

/** Twilio stops a call that is sent on and on (error 11215: at most 10). */
const MOST_REDIRECTS = 10

export async function placeCall(post: Post, call: Form): Promise<Caller> {
  let cookie: string | null = null
  let state: State = { kind: 'ended' }
  let heard: Heard[] = []

  const fetchTwiml = async (path: string, more: Form): Promise<readonly Verb[]> => {
    const reply = await post(path, { ...call, CallStatus: 'in-progress', ...more }, cookie)
    if (reply.status !== 200) throw new Error(`The line answered ${reply.status}: ${reply.body}`)
    cookie = reply.cookie ?? cookie
    return readTwiml(reply.body)
  }

  const perform = async (verbs: readonly Verb[], redirects = 0): Promise<void> => {
    for (const [index, verb] of verbs.entries()) {
      switch (verb.kind) {
        case 'say':
          heard.push({ ...verb, isInterruptible: false })
          break
        case 'gather':
          heard.push(...verb.says.map((say) => ({ ...say, isInterruptible: true })))
          state = {
            kind: 'listening',
            digits: verb.digits,
            seconds: verb.timeout,
            action: verb.action,
            rest: verbs.slice(index + 1),
          }
          return
        case 'dial':
          state = { kind: 'dialling', number: verb.number, seconds: verb.timeout, action: verb.action }
          return
        case 'redirect':
          if (redirects >= MOST_REDIRECTS) throw new Error('The line sends the call on and on.')
          return perform(await fetchTwiml(verb.to, {}), redirects + 1)
        case 'hangup':
          state = { kind: 'ended' }
          return
        case 'message':
          throw new Error('A call cannot be answered by a <Message>.')
      }
    }
    state = { kind: 'ended' }
  }

  const act = async (action: string, form: Form) => {
    heard = []
    await perform(await fetchTwiml(action, form))
  }

  const listening = () => {
    if (state.kind !== 'listening') throw new Error('The line does not listen now.')
    return state
  }

  await perform(await fetchTwiml('/voice', { CallStatus: 'ringing' }))
  return {
    get state() {
      return state
    },
    get heard() {
      return heard
    },
    press: (keys) => act(listening().action, { Digits: keys }),
    say: (words) => act(listening().action, { SpeechResult: words, Confidence: '0.9' }),
    async wait() {
      const { rest } = listening()
      heard = []
      await perform(rest)
    },
    async dialled(answered) {
      if (state.kind !== 'dialling') throw new Error('Nobody is being called now.')
      await act(state.action, { DialCallStatus: answered ? 'completed' : 'no-answer' })
    },
  }
}
