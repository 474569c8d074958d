/**
 * What Twilio accepts of the TwiML verbs that the line uses: their attributes and values, their children, and their
 * lengths. Anything else would fail a call at Twilio, so it is an error here (docs/design/twilio.md sections 2 and 3).
 *
 * @example
 * refuseUnknown(root) // throws 'No telephone network knows <Sing>.'
 */
import type { Element, Node } from '@xmldom/xmldom'

export type { Element } from '@xmldom/xmldom'

interface Rule {
  /** The values of each attribute. */
  readonly attributes: Readonly<Record<string, RegExp>>
  readonly children: readonly string[]
  /** The text that may stand between the children; none where it is left out. */
  readonly words?: RegExp
}

const ADDRESS = /^(https?:\/\/[^\s]+|\/[^\s]*)$/
const CLIP = /^(https:\/\/[^\s]+|\/[^\s]*)\.wav$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Z0-9][A-Za-z0-9]*)*$/
/** Twilio takes GET as well, but the line is never asked by it: Twilio may cache the answer (section 1). */
const METHOD = /^POST$/
const SECONDS = /^[1-9]\d{0,3}$/
const NUMBER = /^\+[1-9]\d{6,14}$/
const ANY = /^.*$/s

const RULES: Readonly<Record<string, Rule>> = {
  Response: { attributes: {}, children: ['Say', 'Play', 'Gather', 'Redirect', 'Dial', 'Hangup', 'Message'] },
  Say: {
    attributes: { voice: /^(Polly|Google)\.\S+$/, language: LANGUAGE },
    children: ['break', 'prosody'],
    words: ANY,
  },
  // Twilio plays other types too; the line has one.
  Play: { attributes: {}, children: [], words: CLIP },
  break: { attributes: { time: /^([1-9]\d{0,3}|10000)ms$/ }, children: [] },
  prosody: { attributes: { rate: /^\d{2,3}%$/ }, children: [], words: ANY },
  Gather: {
    attributes: {
      input: /^(dtmf|speech|dtmf speech)$/,
      numDigits: /^[1-9]\d?$/,
      finishOnKey: /^[0-9#*]?$/,
      timeout: SECONDS,
      profanityFilter: /^(true|false)$/,
      speechTimeout: /^(auto|[1-9]\d?)$/,
      language: LANGUAGE,
      hints: /^[^,]{1,100}(,[^,]{1,100}){0,499}$/,
      actionOnEmptyResult: /^(true|false)$/,
      action: ADDRESS,
      method: METHOD,
    },
    children: ['Say', 'Play'],
  },
  Redirect: { attributes: { method: METHOD }, children: [], words: ADDRESS },
  Dial: {
    attributes: {
      action: ADDRESS,
      method: METHOD,
      timeout: SECONDS,
      timeLimit: /^[1-9]\d{0,4}$/,
      callerId: NUMBER,
      answerOnBridge: /^(true|false)$/,
    },
    children: ['Number'],
    words: /^(\+[1-9]\d{6,14})?$/,
  },
  Number: { attributes: { url: ADDRESS, method: METHOD }, children: [], words: NUMBER },
  Hangup: { attributes: {}, children: [] },
  // Error 21617: a longer text is not sent.
  Message: { attributes: { statusCallback: ADDRESS }, children: [], words: /^.{1,1600}$/s },
}

/** Error 13521: the words of a `<Say>`, URL-encoded. */
const LONGEST_ENCODED = 4500
/** Polly counts the text only, Google the markup as well. */
const LONGEST = { Polly: 3000, Google: 5000 }

/** @throws with a sentence that names the broken rule. */
export function refuseUnknown(element: Element): void {
  const { tagName: tag } = element
  const rule = RULES[tag]
  if (!rule) throw new Error(`No telephone network knows <${tag}>.`)
  for (const { name, value } of Array.from(element.attributes)) {
    if (!rule.attributes[name]) throw new Error(`<${tag}> has no attribute "${name}".`)
    if (!rule.attributes[name].test(value)) throw new Error(`<${tag} ${name}> cannot be "${value}".`)
  }
  const words = Array.from(element.childNodes).flatMap((node) =>
    node.nodeType === 3 ? (node.nodeValue ?? '') : [],
  )
  if (rule.words ? !rule.words.test(words.join('')) : words.join('').trim() !== '')
    throw new Error(`<${tag}> cannot say "${words.join('')}".`)
  if (tag === 'Say') refuseLong(element)
  for (const child of childrenOf(element)) {
    if (!rule.children.includes(child.tagName))
      throw new Error(`<${child.tagName}> may not stand in <${tag}>.`)
    refuseUnknown(child)
  }
}

export function childrenOf(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter(isElement)
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function refuseLong(say: Element): void {
  const words = say.textContent ?? ''
  const encoded = encodeURIComponent(words).length
  if (encoded > LONGEST_ENCODED)
    throw new Error(`A <Say> of ${encoded} characters, URL-encoded, is over ${LONGEST_ENCODED}.`)
  const vendor = say.getAttribute('voice')?.startsWith('Google.') ? 'Google' : 'Polly'
  const length = words.length + (vendor === 'Google' ? markupLength(say) : 0)
  if (length > LONGEST[vendor])
    throw new Error(`A <Say> of ${length} characters is over the ${LONGEST[vendor]} of ${vendor}.`)
}

function markupLength(element: Element): number {
  return childrenOf(element).reduce((sum, { tagName, attributes }) => {
    const inside = Array.from(attributes).map(({ name, value }) => ` ${name}="${value}"`)
    return sum + `<${tagName}${inside.join('')}></${tagName}>`.length
  }, 0)
}
