/**
 * TwiML read as a telephone network reads it: verbs in order, and nothing it does not know is let pass.
 *
 * @example
 * readTwiml('<Response><Say language="en-US">Hello</Say></Response>')
 * // [{ kind: 'say', language: 'en-US', phrases: [{ words: 'Hello', pause: 0, isSlow: false }] }]
 */
import { DOMParser } from '@xmldom/xmldom'

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
      readonly timeout: number
      readonly action: string
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'dial'; readonly number: string; readonly timeout: number; readonly action: string }
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'hangup' }

/** What each verb may carry and hold; a wrong one fails a call at Twilio, so it fails here (twilio.md section 3). */
const KNOWN: Readonly<Record<string, { attributes: readonly string[]; children: readonly string[] }>> = {
  Response: { attributes: [], children: ['Say', 'Gather', 'Redirect', 'Dial', 'Hangup', 'Message'] },
  Say: { attributes: ['voice', 'language'], children: ['break', 'prosody'] },
  break: { attributes: ['time'], children: [] },
  prosody: { attributes: ['rate'], children: [] },
  Gather: {
    attributes: [
      'input',
      'numDigits',
      'finishOnKey',
      'timeout',
      'speechTimeout',
      'language',
      'hints',
      'action',
      'method',
    ],
    children: ['Say'],
  },
  Redirect: { attributes: ['method'], children: [] },
  Dial: { attributes: ['action', 'method', 'timeout'], children: [] },
  Hangup: { attributes: [], children: [] },
  Message: { attributes: [], children: [] },
}

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

/** @example wordsOf([{ words: 'For bones,', … }, { words: 'press 1.', … }]) // 'For bones, press 1.' */
export function wordsOf(line: SpokenLine): string {
  return line.map(({ words }) => words).join(' ')
}

/** @throws where the document is no TwiML that Twilio would take. */
export function readTwiml(xml: string): readonly Verb[] {
  const document = new DOMParser({
    onError: (_level, message) => {
      throw new Error(`This is not well-formed XML: ${message}`)
    },
  }).parseFromString(xml, 'text/xml')
  const root = document.documentElement
  if (root?.tagName !== 'Response') throw new Error('TwiML begins with <Response>.')
  return childrenOf(root).map(readVerb)
}

type Element = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>

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
  childrenOf(element)
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

function childrenOf(element: Element): readonly Element[] {
  const known = KNOWN[element.tagName]
  if (!known) throw new Error(`No telephone network knows <${element.tagName}>.`)
  for (const { name } of Array.from(element.attributes))
    if (!known.attributes.includes(name)) throw new Error(`<${element.tagName}> has no attribute "${name}".`)
  const children = Array.from(element.childNodes).filter(
    (node) => node.nodeType === 1,
  ) as unknown as Element[]
  for (const child of children) {
    if (!known.children.includes(child.tagName))
      throw new Error(`<${child.tagName}> may not stand in <${element.tagName}>.`)
    childrenOf(child)
  }
  return children
}
