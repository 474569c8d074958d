/**
 * A call as a telephone makes it: what the line says takes its time, a key ends what may be ended, silence is what is
 * left when the line has waited long enough.
 *
 * Each deed begins a new wait, and aborts what was being said or waited for before it.
 */
import { type Caller, placeCall } from '../phone/caller.ts'
import { linesOf, type Said, wordsOf } from '../phone/twiml.ts'
import { post } from './line.ts'
import { append, data, paragraph, showNow, words } from './page.ts'
import { say, wait } from './speaker.ts'
import { storyNumber } from './thread.ts'

/** What the page shows of a call. */
export interface CallView {
  readonly log: HTMLElement
  readonly isAloud: () => boolean
  readonly country: string
  readonly onChange: (change: CallChange) => void
  readonly onTrouble: (error: unknown) => void
}

export type CallChange =
  /** The line has been asked, and has not answered yet. */
  | { readonly kind: 'ringing' }
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

  /** Does one thing, then lets the line speak and wait, until something else is done. */
  const run = async (deed: Deed | null) => {
    now.abort()
    const mine = new AbortController()
    now = mine
    onChange({ kind: 'ringing' })
    try {
      if (caller) await deed?.(caller)
      else caller = await placeCall(post, form)
      if (!mine.signal.aborted) await follow(caller, mine.signal)
    } catch (error) {
      if (mine.signal.aborted) return
      onChange({ kind: 'ended' })
      onTrouble(error)
    }
  }

  /** All that will be said can be read at once; each phrase comes with the line it is on. */
  const write = (said: Said) =>
    linesOf(said).flatMap((line) => {
      const entry = paragraph(wordsOf(line), { lang: said.language, dir: 'auto' })
      log.append(entry)
      return line.map((phrase) => ({ entry, phrase }))
    })

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
    for (let left = state.seconds; left > 0; left--) {
      if (state.kind === 'listening') onChange({ kind: 'listening', seconds: left })
      else onChange({ kind: 'dialling', number: state.number, seconds: left })
      await wait(SECOND, signal)
      if (signal.aborted) return
    }
    if (state.kind === 'listening') tell(words('quiet'), (caller) => caller.wait())
    else tell(words('noAnswer'), (caller) => caller.dialled(false))
  }

  const end = () => {
    now.abort()
    onChange({ kind: 'ended' })
    const seconds = Math.round((Date.now() - began) / SECOND)
    post('/voice/status', { ...form, CallStatus: 'completed', CallDuration: String(seconds) }, null).catch(
      onTrouble,
    )
  }

  const tell = (what: string, deed: Deed) => {
    append(log, paragraph(`${words('you')}: ${what}`, { class: 'you' }))
    void run(deed)
  }

  void run(null)
  return {
    press: (key) => tell(words('presses', { key }), (caller) => caller.press(key)),
    say: (said) => tell(words('says', { words: said }), (caller) => caller.say(said)),
    sayNothing: () => tell(words('quiet'), (caller) => caller.wait()),
    dialled: (answered) =>
      tell(words(answered ? 'answers' : 'noAnswer'), (caller) => caller.dialled(answered)),
    hangUp() {
      append(log, paragraph(`${words('you')}: ${words('hungUp')}`, { class: 'you' }))
      end()
    },
  }
}

/** Shaped like Twilio's, and Twilio gives none of these. */
function callSid(): string {
  return `CA${crypto.randomUUID().replaceAll('-', '')}`
}
