/**
 * The first thing that keeps a text from being JSON, in words for a translator. A comma after the last entry is let pass.
 *
 * @example
 * jsonFault('{ "a": 1 "b": 2 }') // { offset: 8, message: 'A comma is missing here, before "b". …' }
 */

import { at, furtherOut, type Open, oddlyIndented, PARTNER, unclosed } from './json-brackets.ts'
import { isBracket, type JsonToken, shown, tokensOf } from './json-tokens.ts'
import type { Fault } from './lines.ts'

const CURLY = /[“”„‟«»‘’]/
const WORD = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/
const ESCAPE = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/
const IN_QUOTES = 'Each name and each text stands between straight double quotes (")'

export function jsonFault(text: string): Fault | undefined {
  const open: Open[] = []
  let last: JsonToken | undefined
  // Where the indentation first shows a bracket that is missing or too many.
  let odd: Fault | undefined
  for (const token of tokensOf(text)) {
    const fault = tokenFault(token, last)
    if (fault) return fault
    const inside = open.at(-1)
    if (!inside && last)
      return (
        odd ??
        at(token, `The file ends before this, with the last ${last.text}. Remove a bracket above, or this.`)
      )
    odd ??= oddlyIndented(text, token, inside)
    if (isBracket(token, '}]')) {
      if (!inside || PARTNER[inside.bracket.text] !== token.text)
        return odd ?? at(token, `This ${token.text} closes nothing. ${unclosed(inside)}`)
      if (inside.expects === 'colon' || (inside.expects === 'value' && last?.text === ':'))
        return at(
          token,
          `The value of ${last?.text === ':' ? 'this name' : shown(last)} is missing. Write a colon (:) and the value.`,
        )
      open.pop()
      const outside = open.at(-1)
      if (outside) outside.expects = 'next'
    } else {
      const wrong = inside && (furtherOut(text, token, inside) ?? misplaced(token, inside, last))
      if (wrong) return wrong
      if (isBracket(token, '{['))
        open.push({ bracket: token, expects: token.text === '{' ? 'name' : 'value' })
      else if (inside) inside.expects = after(token, inside)
    }
    last = token
  }
  const inside = open.at(-1)
  return (
    inside &&
    (odd ?? { offset: text.trimEnd().length, message: `The file ends too early. ${unclosed(inside)}` })
  )
}

/** A fault of the token itself, wherever it is. */
function tokenFault(token: JsonToken, last: JsonToken | undefined): Fault | undefined {
  const { kind, text } = token
  if (kind === 'text') {
    if (text === '"' || !text.endsWith('"') || /[^\\](\\\\)*\\"$/.test(text)) {
      const curly = curlyInside(token)
      if (curly) return curly
      return at(
        token,
        `The text ${shown(token)} has no closing quote (") on its line. Add it; where a text has a new line, write \\n.`,
      )
    }
    if (/[\t]/.test(text))
      return at(token, `The text ${shown(token)} has a tab in it. Write a space, or \\t.`)
    const backslash = text.search(ESCAPE)
    if (backslash >= 0)
      return {
        offset: token.offset + backslash,
        message: 'A backslash (\\) stands alone here. Remove it, or write it twice.',
      }
    return undefined
  }
  if (kind === 'mark' || WORD.test(text)) return undefined
  if (/^\/[/*]/.test(text)) return at(token, 'JSON has no comments. Remove this one.')
  if (CURLY.test(text.charAt(0))) return curlyFault(token.offset)
  if (text.startsWith("'")) return at(token, `Single quotes stand here. ${IN_QUOTES}: change them.`)
  if (last?.kind === 'text')
    return (
      curlyInside(last) ??
      at(
        last,
        `Behind ${shown(last)} stands ${shown(token)}: a quote (") is missing before it, or is one too many. Write a quotation within a text with “ ”, or as \\".`,
      )
    )
  return at(token, `${shown(token)} stands without quotes. ${IN_QUOTES}: add them.`)
}

/** `"title”: “Signs"` is one text for a machine. */
function curlyInside({ text, offset }: JsonToken): Fault | undefined {
  const curly = text.search(/[“”„]\s*[:,]/)
  return curly < 0 ? undefined : curlyFault(offset + curly)
}

function curlyFault(offset: number): Fault {
  return { offset, message: `Curly quotes (“ ”) stand around this. ${IN_QUOTES}: change them.` }
}

function misplaced(
  token: JsonToken,
  { bracket, expects }: Open,
  last: JsonToken | undefined,
): Fault | undefined {
  const { kind, text } = token
  if (text === ':' && bracket.text === '[')
    return at(token, 'A colon (:) stands in a list. Write a comma, or close the list with ] before.')
  if (expects === 'next' && text !== ',') {
    if (text === ':')
      return at(token, `A { is missing before ${shown(last)}, or this colon (:) is one too many. Correct it.`)
    const end = (last?.offset ?? 0) + (last?.text.length ?? 0)
    return {
      offset: Math.max(end - 1, 0),
      message: `A comma (,) is missing here, before ${shown(token)}. Add it.`,
    }
  }
  if (expects === 'colon' && text !== ':')
    return at(token, `A colon (:) is missing between ${shown(last)} and ${shown(token)}. Add it.`)
  if (expects === 'name' && kind !== 'text')
    return at(
      token,
      text === ','
        ? 'This comma (,) is one too many. Remove it.'
        : `A name in double quotes belongs here, and ${shown(token)} stands here.`,
    )
  if (expects === 'value' && (text === ',' || text === ':'))
    return at(
      token,
      `A value is missing before this ${text === ',' ? 'comma' : 'colon'}. Write it, or remove the ${text}`.concat(
        '.',
      ),
    )
  return undefined
}

/** What the open bracket expects after a token that is in the right place. */
function after({ text }: JsonToken, { bracket, expects }: Open): Open['expects'] {
  if (text === ',') return bracket.text === '{' ? 'name' : 'value'
  if (expects === 'name') return 'colon'
  return expects === 'colon' ? 'value' : 'next'
}
