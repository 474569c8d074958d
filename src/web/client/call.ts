/**
 * A call as a telephone makes it: what the line says takes its time, a key ends what may be ended, silence is what is
 * left when the line has waited long enough.
 *
 * Each event begins a new wait, and aborts what was being said or waited for before it.
 */
import { type Caller, placeCall, type State } from '../../simulator/caller.ts'
import { linesOf, type Said, wordsOf } from '../../simulator/twiml.ts'
import { append, data, paragraph, showNow, words } from './page.ts'
import { hasVoice, say, wait } from './speaker.ts'
import { storyNumber } from './texts.ts'
import { post } from './transport.ts'

/** What the page shows of a call. */
export interface CallView {
  readonly log: HTMLElement
  readonly isAloud: () => boolean
  readonly country: string
  readonly onChange: (change: CallChange) => void
  readonly onTrouble: (error: unknown) => void
}

export type CallChange =
  /** The line has not answered yet: the call, or what was done in it. */
  | { readonly kind: 'ringing' | 'waiting' }
  /** What is said now can be ended by a key; or cannot. */
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

type Deed = (caller: Caller) => Promise<void>

const SECOND = 1000

export function startCall({ log, isAloud, country, onChange, onTrouble }: CallView): Call {
  const form = {
    CallSid: callSid(),
    From: storyNumber(),
    To: data.to,
    FromCountry: country,
    Direction: 'inbound',
  }
  const began = Date.now()
  let now = new AbortController()
  let caller: Caller | null = null
  /** Keys pressed where the line listens for more of them. */
  let keys = ''

  const interrupt = () => {
    now.abort()
    now = new AbortController()
    return now.signal
  }

  /** Does one thing, then lets the line speak and wait, until something else is done. */
  const run = async (event: Deed | null) => {
    const signal = interrupt()
    keys = ''
    onChange({ kind: caller ? 'waiting' : 'ringing' })
    try {
      if (caller) await event?.(caller)
      else caller = await placeCall(post, form)
      if (!signal.aborted) await follow(caller, signal)
    } catch (error) {
      if (signal.aborted) return
      onChange({ kind: 'ended' })
      onTrouble(error)
    }
  }

  /** All that will be said can be read at once; each phrase comes with the line it is on. */
  const write = (said: Said) => {
    // A screen reader and the browser's own voice must not speak at the same time, nor must both be silent.
    log.setAttribute('aria-live', isAloud() && hasVoice(said.language) ? 'off' : 'polite')
    return linesOf(said).flatMap((line) => {
      const entry = paragraph(wordsOf(line), { lang: said.language, dir: 'auto' })
      log.append(entry)
      return line.map((phrase) => ({ entry, phrase }))
    })
  }

  const follow = async (caller: Caller, signal: AbortSignal) => {
    const { state, heard } = caller
    const action = state.kind === 'ended' ? '' : state.action
    for (const said of heard) {
      onChange({ kind: said.isInterruptible ? 'speaking' : 'announcing', action })
      for (const { entry, phrase } of write(said)) {
        showNow(log, entry)
        await say(phrase, said.language, { aloud: isAloud(), signal })
        if (signal.aborted) return
      }
    }
    showNow(log, null)
    if (state.kind === 'ended') return end()
    await countDown(state, signal)
    if (signal.aborted) return
    if (state.kind === 'listening') tell(words('quiet'), (caller) => caller.wait())
    else tell(words('noAnswer'), (caller) => caller.dialled(false))
  }

  const countDown = async (state: Exclude<State, { kind: 'ended' }>, signal: AbortSignal) => {
    for (let seconds = state.seconds; seconds > 0 && !signal.aborted; seconds--) {
      if (state.kind === 'listening') onChange({ kind: 'listening', seconds })
      else onChange({ kind: 'dialling', number: state.number, seconds })
      await wait(SECOND, signal)
    }
  }

  /** Ends what is being said; where the line listens for more than one key, it waits for the others as long as for the first. */
  const press = async (key: string) => {
    writeDeed(words('presses', { key }))
    keys += key
    const pressed = keys
    const state = caller?.state
    const signal = interrupt()
    if (state?.kind === 'listening' && pressed.length < state.digits) await countDown(state, signal)
    if (!signal.aborted) void run((caller) => caller.press(pressed))
  }

  const end = () => {
    now.abort()
    onChange({ kind: 'ended' })
    const seconds = Math.round((Date.now() - began) / SECOND)
    post('/voice/status', { ...form, CallStatus: 'completed', CallDuration: String(seconds) }, null).catch(
      onTrouble,
    )
  }

  const writeDeed = (what: string) => append(log, paragraph(`${words('you')}: ${what}`, { class: 'you' }))

  const tell = (what: string, event: Deed) => {
    writeDeed(what)
    void run(event)
  }

  void run(null)
  return {
    press: (key) => void press(key),
    say: (said) => tell(words('says', { words: said }), (caller) => caller.say(said)),
    sayNothing: () => tell(words('quiet'), (caller) => caller.wait()),
    dialled: (answered) =>
      tell(words(answered ? 'answers' : 'noAnswer'), (caller) => caller.dialled(answered)),
    hangUp() {
      writeDeed(words('hungUp'))
      end()
    },
  }
}

/** Shaped like Twilio's, and Twilio gives none of these. */
function callSid(): string {
  return `CA${crypto.randomUUID().replaceAll('-', '')}`
}
