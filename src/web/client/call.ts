/**
 * A call in real time: it rings, each answer takes as long as a network, prompts take as long as their words, a key interrupts
 * those that it may interrupt, and silence begins when the line has waited as long as its `<Gather>` says.
 *
 * Each action of the caller aborts the prompt or the wait before it, and begins a new one.
 *
 * @example
 * const call = startCall({ log, isAloud: () => true, country: 'US', onChange: show, onError: showError, onSilent: showPlace })
 * call.press('1')
 */
import { type Caller, placeCall, type State } from '../../simulator/caller.ts'
import { enterKeys } from '../../simulator/gather.ts'
import { linesOf, lineText, type Said } from '../../simulator/twiml.ts'
import { data, paragraph, showNow, words } from './page.ts'
import { hasVoice, isMute, say, wait } from './speaker.ts'
import { fictionalNumber } from './texts.ts'
import { post } from './transport.ts'
import { addToTurn, beginTurn, headTurn } from './turns.ts'

/** What the page shows of a call. */
interface CallView {
  readonly log: HTMLElement
  readonly isAloud: () => boolean
  readonly country: string
  readonly onChange: (change: CallChange) => void
  readonly onError: (error: unknown) => void
  /** A voice has failed in the middle. */
  readonly onSilent: () => void
}

export type CallChange =
  /** The line has not answered yet: the call, or the last action in it. */
  | { readonly kind: 'ringing' | 'waiting' }
  /** A prompt that a key interrupts; or one that no key does. */
  | { readonly kind: 'speaking' | 'announcing'; readonly action: string }
  | { readonly kind: 'listening'; readonly seconds: number }
  | { readonly kind: 'dialling'; readonly number: string; readonly seconds: number }
  | { readonly kind: 'ended' }

export interface Call {
  press(key: string): void
  say(words: string): void
  sayNothing(): void
  dialled(answered: boolean): void
  hangUp(): void
}

type Action = (caller: Caller) => Promise<void>

const SECOND = 1000
/** Once "ring … ring", in milliseconds. */
const RING_MS = 2000
/** From a key to the first word, in milliseconds: an assumption, as no real call was measured. */
const NETWORK_MS = 500

export function startCall({ log, isAloud, country, onChange, onError, onSilent }: CallView): Call {
  const fields = {
    CallSid: callSid(),
    From: fictionalNumber(),
    To: data.to,
    FromCountry: country,
    Direction: 'inbound',
  }
  let began = Date.now()
  let now = new AbortController()
  let caller: Caller | null = null
  /** Keys of an entry that is not complete yet. */
  let keys = ''

  const interrupt = () => {
    now.abort()
    now = new AbortController()
    return now.signal
  }

  /** Performs one action, then lets the line speak and wait, until the next action. */
  const run = async (act: Action | null) => {
    const signal = interrupt()
    keys = ''
    onChange({ kind: caller ? 'waiting' : 'ringing' })
    try {
      if (caller) await Promise.all([act?.(caller), wait(NETWORK_MS, signal)])
      else {
        const placed = placeCall(post, fields, (url) => data.clips[url])
        ;[caller] = await Promise.all([placed, wait(RING_MS, signal)])
        began = Date.now()
      }
      if (!signal.aborted) await follow(caller, signal)
    } catch (error) {
      if (signal.aborted) return
      onChange({ kind: 'ended' })
      onError(error)
    }
  }

  /** Adds all that will be said to the log at once; each chunk comes with the entry of its line. */
  const write = (said: Said) => {
    // Either a screen reader or the browser's own voice speaks, never both and never neither.
    const isHeard = isAloud() && (said.isPlayed ? !isMute(said.language) : hasVoice(said.language))
    log.setAttribute('aria-live', isHeard ? 'off' : 'polite')
    return linesOf(said).flatMap((line) => {
      const entry = paragraph(lineText(line), { lang: said.language, dir: 'auto' })
      addToTurn(log, entry)
      return line.map((chunk) => ({ entry, chunk }))
    })
  }

  const follow = async (caller: Caller, signal: AbortSignal) => {
    const { state, heard } = caller
    const action = state.kind === 'ended' ? '' : state.action
    if (heard.length > 0) headTurn(log, heard, action, country)
    for (const said of heard) {
      onChange({ kind: said.isInterruptible ? 'speaking' : 'announcing', action })
      for (const { entry, chunk } of write(said)) {
        showNow(log, entry)
        await say(chunk, said.language, { aloud: isAloud(), signal, onSilent })
        if (signal.aborted) return
      }
    }
    showNow(log, null)
    if (state.kind === 'ended') return end()
    await countDown(state, signal)
    if (signal.aborted) return
    if (state.kind === 'listening') perform(words('quiet'), (caller) => caller.wait())
    else perform(words('noAnswer'), (caller) => caller.dialled(false))
  }

  const countDown = async (state: Exclude<State, { kind: 'ended' }>, signal: AbortSignal) => {
    for (let seconds = state.seconds; seconds > 0 && !signal.aborted; seconds--) {
      if (state.kind === 'listening') onChange({ kind: 'listening', seconds })
      else onChange({ kind: 'dialling', number: state.number, seconds })
      await wait(SECOND, signal)
    }
  }

  /** Interrupts the prompt; while the entry is not complete, the line waits for each further key as long as for the first. */
  const press = async (key: string) => {
    beginTurn(log, words('presses', { key }))
    keys += key
    const pressed = keys
    const state = caller?.state
    const signal = interrupt()
    if (state?.kind === 'listening' && !enterKeys(state, pressed).isComplete) await countDown(state, signal)
    if (!signal.aborted) void run((caller) => caller.press(pressed))
  }

  const end = () => {
    now.abort()
    onChange({ kind: 'ended' })
    const seconds = Math.round((Date.now() - began) / SECOND)
    post('/voice/status', { ...fields, CallStatus: 'completed', CallDuration: String(seconds) }, null).catch(
      onError,
    )
  }

  const perform = (what: string, act: Action) => {
    beginTurn(log, what)
    void run(act)
  }

  beginTurn(log)
  void run(null)
  return {
    press: (key) => void press(key),
    say: (said) => perform(words('says', { words: said }), (caller) => caller.say(said)),
    sayNothing: () => perform(words('quiet'), (caller) => caller.wait()),
    dialled: (answered) =>
      perform(words(answered ? 'answers' : 'noAnswer'), (caller) => caller.dialled(answered)),
    hangUp() {
      beginTurn(log, words('hungUp'))
      end()
    },
  }
}

/** In the format of Twilio's identifiers, and at random. */
function callSid(): string {
  return `CA${crypto.randomUUID().replaceAll('-', '')}`
}
