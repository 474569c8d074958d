/**
 * TwiML read as Twilio reads it: verbs in order, and an error for whatever Twilio would refuse.
 *
 * @example
 * readTwiml('<Response><Say language="en-US">Hello</Say></Response>')
 * // [{ kind: 'say', language: 'en-US', chunks: [{ words: 'Hello', pause: 0, isSlow: false }] }]
 */
import { DOMParser } from '@xmldom/xmldom'
import type { Listening } from './gather.ts'
import { joinPlayed, type ReadClip, readPlay } from './played.ts'
import { childrenOf, type Element, isElement, refuseUnknown } from './twiml-rules.ts'

export interface Said {
  readonly kind: 'say'
  readonly language: string
  readonly chunks: readonly Chunk[]
  /** From clips, not by a voice. */
  readonly isPlayed?: true
}

/** Words between two pauses. */
export interface Chunk {
  readonly words: string
  /** Milliseconds of silence after them. */
  readonly pause: number
  /** Said at the slower rate. */
  readonly isSlow: boolean
  /** Of a clip. */
  readonly url?: string
  /** How long a clip is. */
  readonly seconds?: number
}

/** Chunks that are read on one line. */
type SpokenLine = readonly Chunk[]

export interface Dialling {
  readonly kind: 'dial'
  readonly number: string
  readonly seconds: number
  readonly action: string
  /** The address of what the person who answers hears before they are connected; empty where they hear nothing. */
  readonly screen: string
}

export type Verb =
  | Said
  | (Listening & { readonly kind: 'gather'; readonly says: readonly Said[] })
  | { readonly kind: 'redirect'; readonly to: string }
  | Dialling
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'hangup' }

/** Error 11750, in bytes. */
const LARGEST_DOCUMENT = 64_000
/** A pause of this many milliseconds or more ends a line of the transcript. */
const LINE_PAUSE = 600
/** Twilio's own language of speech: no language of a line relies on it. */
const TWILIOS_OWN = "Twilio's own"
/** What Twilio takes for an attribute that a `<Gather>` or a `<Dial>` leaves out (docs/design/twilio.md section 3). */
const DEFAULTS = { input: 'dtmf', finishOnKey: '#', gatherSeconds: '5', dialSeconds: '30' }

/** What is said as lines to read: a new one after each longer pause. */
export function linesOf({ chunks }: Said): readonly SpokenLine[] {
  const lines: Chunk[][] = []
  for (const [index, chunk] of chunks.entries()) {
    const before = chunks[index - 1]
    if (before && before.pause < LINE_PAUSE) lines.at(-1)?.push(chunk)
    else lines.push([chunk])
  }
  return lines
}

/** @example lineText([{ words: 'Bones,', … }, { words: 'press 1.', … }]) // 'Bones, press 1.' */
export function lineText(line: SpokenLine): string {
  return line.map(({ words }) => words).join(' ')
}

/** @throws where Twilio would refuse the document, and where a clip is played that `readClip` does not know. */
export function readTwiml(xml: string, readClip: ReadClip = () => undefined): readonly Verb[] {
  const size = new TextEncoder().encode(xml).length
  if (size > LARGEST_DOCUMENT) throw new Error(`A document of ${size} bytes is over ${LARGEST_DOCUMENT}.`)
  const document = new DOMParser({
    onError: (_level, message) => {
      throw new Error(`This is not well-formed XML: ${message}`)
    },
  }).parseFromString(xml, 'text/xml')
  const root = document.documentElement
  if (root?.tagName !== 'Response') throw new Error('TwiML begins with <Response>.')
  refuseUnknown(root)
  return joinPlayed(childrenOf(root).map((element) => readVerb(element, readClip)))
}

function readVerb(element: Element, readClip: ReadClip): Verb {
  const text = element.textContent ?? ''
  switch (element.tagName) {
    case 'Say':
      return readSay(element)
    case 'Play':
      return readPlay(text, readClip)
    case 'Gather': {
      const says = childrenOf(element).map((each) =>
        each.tagName === 'Play' ? readPlay(each.textContent ?? '', readClip) : readSay(each),
      )
      return { kind: 'gather', says: joinPlayed(says), ...readListening(element) }
    }
    case 'Redirect':
      return { kind: 'redirect', to: text }
    case 'Dial':
      return {
        kind: 'dial',
        number: text,
        seconds: Number(element.getAttribute('timeout') ?? DEFAULTS.dialSeconds),
        action: element.getAttribute('action') ?? '',
        screen: childrenOf(element)[0]?.getAttribute('url') ?? '',
      }
    case 'Message':
      return { kind: 'message', body: text }
    default:
      return { kind: 'hangup' }
  }
}

function readListening(gather: Element): Listening {
  const attribute = (name: string, otherwise: string) => gather.getAttribute(name) ?? otherwise
  const input = attribute('input', DEFAULTS.input).split(' ')
  const timeout = attribute('timeout', DEFAULTS.gatherSeconds)
  const speechTimeout = attribute('speechTimeout', timeout)
  return {
    input,
    digits: Number(attribute('numDigits', 'Infinity')),
    finishOnKey: attribute('finishOnKey', DEFAULTS.finishOnKey),
    seconds: Number(timeout),
    speechSeconds: speechTimeout === 'auto' ? 'auto' : Number(speechTimeout),
    language: input.includes('speech') ? attribute('language', TWILIOS_OWN) : '',
    hints: attribute('hints', '').split(/, */).filter(Boolean),
    actionOnEmptyResult: attribute('actionOnEmptyResult', 'false') === 'true',
    action: attribute('action', ''),
  }
}

function readSay(element: Element): Said {
  const chunks: Chunk[] = []
  for (const node of Array.from(element.childNodes)) {
    const words = (node.textContent ?? '').trim()
    const last = chunks.at(-1)
    if (words) chunks.push({ words, pause: 0, isSlow: node.nodeName === 'prosody' })
    else if (isElement(node) && node.tagName === 'break' && last) {
      const pause = Number.parseInt(node.getAttribute('time') ?? '0', 10)
      chunks[chunks.length - 1] = { ...last, pause: last.pause + pause }
    }
  }
  return { kind: 'say', language: element.getAttribute('language') ?? '', chunks }
}
