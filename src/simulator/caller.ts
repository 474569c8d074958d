/**
 * A caller: performs TwiML as Twilio and a telephone do, one action of the caller at a time.
 *
 * @example
 * const caller = await placeCall(post, { From: '+15555550111', To: '+15555550100', FromCountry: 'US' })
 * await caller.press('1')
 * caller.heard // what was said since the last action
 */
import { enterKeys, type Listening } from './gather.ts'
import type { ReadClip } from './played.ts'
import type { FormFields, Post } from './transport.ts'
import { type Dialling, readTwiml, type Said, type Verb } from './twiml.ts'

export type State =
  | (Listening & {
      readonly kind: 'listening'
      /** The verbs after the `<Gather>`, for an empty entry. */
      readonly rest: readonly Verb[]
    })
  /** The line calls another number. */
  | (Omit<Dialling, 'kind'> & { readonly kind: 'dialling' })
  | { readonly kind: 'ended' }

/** What is heard, and whether a key ends it: inside a `<Gather>` a key does. */
interface Heard extends Said {
  readonly isInterruptible: boolean
}

export interface Caller {
  readonly state: State
  readonly heard: readonly Heard[]
  /** Presses these keys, one after the other, and no more. */
  press(keys: string): Promise<void>
  say(words: string): Promise<void>
  /** Says and presses nothing until the line gives up waiting. */
  wait(): Promise<void>
  /** The person who is called answers, takes the call where they are asked, and later hangs up; or does not answer. */
  dialled(answered: boolean): Promise<void>
}

/** Twilio follows at most 10 (error 11215). */
const MOST_REDIRECTS = 10

/** `readClip` tells the words of what is played. */
export async function placeCall(post: Post, call: FormFields, readClip?: ReadClip): Promise<Caller> {
  let cookie: string | null = null
  let state: State = { kind: 'ended' }
  let heard: Heard[] = []
  let address = ''

  const fetchTwiml = async (path: string, fields: FormFields): Promise<readonly Verb[]> => {
    const reply = await post(path, { ...call, CallStatus: 'in-progress', ...fields }, cookie)
    if (reply.status !== 200) throw new Error(`The line answered ${reply.status}: ${reply.body}`)
    cookie = reply.cookie ?? cookie
    address = path
    return readTwiml(reply.body, readClip)
  }

  const perform = async (verbs: readonly Verb[], redirects = 0): Promise<void> => {
    for (const [index, verb] of verbs.entries()) {
      switch (verb.kind) {
        case 'say':
          heard.push({ ...verb, isInterruptible: false })
          break
        case 'gather': {
          const { says, ...listening } = verb
          heard.push(...says.map((say) => ({ ...say, isInterruptible: true })))
          // The next one takes what the caller does after hearing both: a key has the same action in each.
          if (verbs[index + 1]?.kind === 'gather') break
          const action = verb.action || address
          state = { ...listening, kind: 'listening', action, rest: verbs.slice(index + 1) }
          return
        }
        case 'dial':
          state = { ...verb, kind: 'dialling' }
          return
        case 'redirect':
          if (redirects >= MOST_REDIRECTS) throw new Error('The line redirects the call in a circle.')
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

  const submit = async (action: string, fields: FormFields) => {
    heard = []
    await perform(await fetchTwiml(action, fields))
  }

  const submitEmpty = async ({ action, actionOnEmptyResult, rest }: ReturnType<typeof listening>) => {
    if (actionOnEmptyResult) return submit(action, {})
    heard = []
    await perform(rest)
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
    async press(keys) {
      const now = listening()
      const { digits } = enterKeys(now, keys)
      await (digits ? submit(now.action, { Digits: digits }) : submitEmpty(now))
    },
    async say(words) {
      const now = listening()
      const isRecognised = now.input.includes('speech') && words.trim() !== ''
      await (isRecognised ? submit(now.action, { SpeechResult: words, Confidence: '0.9' }) : submitEmpty(now))
    },
    wait: async () => submitEmpty(listening()),
    async dialled(answered) {
      if (state.kind !== 'dialling') throw new Error('The line does not call another number now.')
      const isBridged = answered && (await takeCall(post, call, state, readClip))
      await submit(
        state.action,
        answered
          ? { DialCallStatus: 'completed', DialCallDuration: '60', DialBridged: String(isBridged) }
          : { DialCallStatus: 'no-answer', DialBridged: 'false' },
      )
    },
  }
}

/** Whether the two are connected: the person presses 1 where they are asked, and the answer does not hang up. */
async function takeCall(
  post: Post,
  call: FormFields,
  { screen, number }: Pick<Dialling, 'screen' | 'number'>,
  readClip: ReadClip | undefined,
) {
  if (!screen) return true
  const fields = { ...call, To: number, Direction: 'outbound-dial' }
  const [question] = readTwiml((await post(screen, fields, null)).body, readClip)
  if (question?.kind !== 'gather') throw new Error('The person who is called is asked nothing.')
  const answer = readTwiml((await post(question.action, { ...fields, Digits: '1' }, null)).body, readClip)
  return answer.every(({ kind }) => kind !== 'hangup')
}
