/**
 * TwiML read as a telephone network reads it: verbs in order, and nothing it does not know is let pass.
 *
 * @example
 * readTwiml('<Response><Say language="en-US">Hello</Say></Response>')
 * // [{ kind: 'say', language: 'en-US', phrases: [{ words: 'Hello', pause: 0, isSlow: false }] }]
 */
import { DOMParser } from '@xmldom/xmldom'
import { childrenOf, type Element, refuseUnknown } from './twiml-rules.ts'

export interface Said {
  readonly kind: 'say'
  readonly language: string
  readonly phrases: readonly Phrase[]
}

/** Words said in one breath. */
export interface Phrase {
  readonly words: string
  /** Milliseconds of silence after them. */
  readonly pause: number
  /** Said at the slower rate. */
  readonly isSlow: boolean
}

export type Verb =
  | Said
  | {
      readonly kind: 'gather'
      readonly says: readonly Said[]
      /** Of the words that it hears; empty where it hears keys only. */
      readonly language: string
      /** How many keys it waits for. */
      readonly digits: number
      readonly timeout: number
      readonly action: string
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'dial'; readonly number: string; readonly timeout: number; readonly action: string }
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'hangup' }

/** Error 11750, in bytes. */
const LARGEST_DOCUMENT = 64_000
/** A pause of this many milliseconds or more ends a line of the transcript. */
const LINE_PAUSE = 600

/** Phrases that are read on one line. */
export type SpokenLine = readonly Phrase[]

/** What is said as lines to read: a new one after each longer pause. */
export function linesOf({ phrases }: Said): readonly SpokenLine[] {
  const lines: Phrase[][] = []
  for (const [index, phrase] of phrases.entries()) {
    const before = phrases[index - 1]
    if (before && before.pause < LINE_PAUSE) lines.at(-1)?.push(phrase)
    else lines.push([phrase])
  }
  return lines
}

/** @example wordsOf([{ words: 'Bones,', … }, { words: 'press 1.', … }]) // 'Bones, press 1.' */
export function wordsOf(line: SpokenLine): string {
  return line.map(({ words }) => words).join(' ')
}

/** @throws where the document is no TwiML that Twilio would take. */
export function readTwiml(xml: string): readonly Verb[] {
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
  return childrenOf(root).map(readVerb)
}

function readVerb(element: Element): Verb {
  const attribute = (name: string) => element.getAttribute(name) ?? ''
  const text = element.textContent ?? ''
  switch (element.tagName) {
    case 'Say':
      return readSay(element)
    case 'Gather':
      return {
        kind: 'gather',
        says: childrenOf(element).map(readSay),
        language: attribute('language'),
        digits: Number(attribute('numDigits')),
        timeout: Number(attribute('timeout')),
        action: attribute('action'),
      }
    case 'Redirect':
      return { kind: 'redirect', to: text }
    case 'Dial':
      return {
        kind: 'dial',
        number: text,
        timeout: Number(attribute('timeout')),
        action: attribute('action'),
      }
    case 'Message':
      return { kind: 'message', body: text }
    default:
      return { kind: 'hangup' }
  }
}

function readSay(element: Element): Said {
  const phrases: Phrase[] = []
  for (const node of Array.from(element.childNodes)) {
    const words = (node.textContent ?? '').trim()
    const last = phrases.at(-1)
    if (words) phrases.push({ words, pause: 0, isSlow: node.nodeName === 'prosody' })
    else if (node.nodeName === 'break' && last)
      phrases[phrases.length - 1] = {
        ...last,
        pause: last.pause + Number.parseInt((node as Element).getAttribute('time') ?? '0', 10),
      }
  }
  return { kind: 'say', language: element.getAttribute('language') ?? '', phrases }
}
