/**
 * A turn as TwiML: the only place that knows `<Gather>`. The number of the next step is put in when it is sent (twilio/answer.ts).
 *
 * | `<Gather>`      | ours              | because (docs/design/twilio.md section 3)                            |
 * | --------------- | ----------------- | -------------------------------------------------------------------- |
 * | `input`         | `dtmf speech`     | a key or words; `dtmf` while a part is read, since speech recognition costs more than the call (the setting `speech`), and where Twilio hears no speech in the language |
 * | `numDigits`     | `1`               | every key is answered at once, also the digits of a topic's number   |
 * | `finishOnKey`   | empty             | so that `#` and `*` arrive as keys                                   |
 * | `timeout`       | 10 s, 90 s        | Twilio's 5 s is too short for many; after a part it is 4 s, 8 s slowly |
 * | `speechTimeout` | 2 s, 4 s slowly   | `auto` ends at the first pause, and cuts off who speaks slowly       |
 * | `profanityFilter` | `false`         | people tell symptoms in such words                                   |
 *
 * An unanswered `<Gather>` falls through to `<Redirect>` to the same address, which then has no key: silence.
 */
import { LRUCache } from 'lru-cache'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Line } from '../line/line.ts'
import { currentStep, type Position } from '../line/position.ts'
import type { Expectation, Prompt, Turn } from '../line/turn.ts'
import type { Texts } from '../locale/texts.ts'
import { screenAddress, stepAddress } from './address.ts'
import { type SpeakingVerb, speak } from './speak.ts'
import { speakPhone } from './speech.ts'

type GatherAttributes = VoiceResponse.GatherAttributes

/** After a part, until words are heard too: the least that Twilio takes. */
const READ_SECONDS = 1
/** Of a call to a person, in seconds. Twilio's own limit is four hours. */
const LONGEST_DIAL = 3600
/** In characters: all that people walk through in a day, at about 1,500 a turn. */
const MOST_KEPT = 4_000_000

/** Memoises what it renders: callers walk the same ways. A turn holds the line's own words only, never what a person said. */
export function createVoiceRenderer(line: Line, texts: Texts, base: string): (turn: Turn) => string {
  const rendered = new LRUCache<string, string, Turn>({
    maxSize: MOST_KEPT,
    sizeCalculation: (twiml, key) => twiml.length + key.length,
    memoMethod: (_key, _stale, { context: turn }) => renderVoice(line, texts, base, turn),
  })
  return (turn) =>
    rendered.memo(JSON.stringify([turn.prompts, turn.expects, turn.position]), { context: turn })
}

/** `base` is the path under which Twilio reaches `/voice`, such as an empty string. */
export function renderVoice(
  line: Line,
  texts: Texts,
  base: string,
  { prompts, expects, position }: Turn,
): string {
  const response = new VoiceResponse()
  const action = stepAddress(base, position)
  const say = (speaker: SpeakingVerb, prompts: readonly Prompt[]) =>
    speak(speaker, { line, texts }, position, prompts)
  if (expects.kind !== 'answer') {
    say(response, prompts)
    if (expects.kind === 'dial') renderDial(response, line, base, position, expects)
    else response.hangup()
    return response.toString()
  }
  const interruptible = prompts.findIndex(({ bargeIn }) => bargeIn !== false)
  const split = interruptible < 0 ? prompts.length : interruptible
  say(response, prompts.slice(0, split))
  const { voice } = line.locales[position.locale]?.settings ?? {}
  const mode = line.settings.speech
  const speech = mode === 'never' ? undefined : voice?.speech
  const answers = { numDigits: 1, finishOnKey: '', action, method: 'POST' } as const
  // No words are heard while a part is read; its keys are.
  const read = speech && mode === 'menus' ? prompts.findLastIndex(({ isRead }) => isRead) + 1 : 0
  if (read > split)
    say(response.gather({ ...answers, input: ['dtmf'], timeout: READ_SECONDS }), prompts.slice(split, read))
  const hints = expects.hints
    .map((hint) => texts(hint.locale ?? position.locale, hint, speakPhone))
    .join(', ')
  const speechTimeout = position.pace === 'slow' || position.wait === 'long' ? '4' : '2'
  const attributes = {
    input: speech ? ['dtmf', 'speech'] : ['dtmf'],
    numDigits: 1,
    finishOnKey: '',
    timeout: expects.seconds - (read > split ? READ_SECONDS : 0),
    ...(speech
      ? { speechTimeout, profanityFilter: false, language: speech, ...(hints ? { hints } : {}) }
      : {}),
    action,
    method: 'POST',
  }
  // The locale files name the language, and Twilio's types lag behind the languages it has (twilio.md section 4).
  const gather = response.gather(attributes as GatherAttributes)
  say(gather, prompts.slice(Math.max(split, read)))
  response.redirect({ method: 'POST' }, action)
  return response.toString()
}

function renderDial(
  response: VoiceResponse,
  line: Line,
  base: string,
  position: Position,
  { to, seconds, callerId }: Extract<Expectation, { readonly kind: 'dial' }>,
): void {
  const attributes = {
    action: stepAddress(base, position),
    method: 'POST',
    timeout: seconds,
    timeLimit: LONGEST_DIAL,
    ...(callerId ? { callerId } : {}),
  }
  if (currentStep(position).node !== line.person) response.dial(attributes, to.phone)
  else
    response
      // While the person is asked (screen.ts), the caller hears it ring, not silence.
      .dial({ ...attributes, answerOnBridge: true })
      .number({ url: screenAddress(base, position.locale, 'ask'), method: 'POST' }, to.phone)
}
