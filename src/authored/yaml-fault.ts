/**
 * What keeps a text from being YAML, in words for an operator. The parser notices a mistake after it was made, and each further
 * error follows from the first: so the first is looked for in the lines before, and only that is told.
 *
 * @example
 * yamlFault('name: Hope: a line', firstError) // { offset: 6, message: 'This value has a colon in it. Put it in quotes: "Hope: a line".' }
 */
import type { ErrorCode } from 'yaml'
import {
  count,
  type Fault,
  indentOf,
  isWritten,
  linesUntil,
  spaces,
  type TextLine,
  withoutComment,
} from './lines.ts'

interface YamlError {
  readonly code: ErrorCode
  readonly message: string
  readonly pos: readonly [number, number]
}

const PLAIN_MESSAGES: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'This line begins with a tab. Type spaces instead.',
  MULTIPLE_DOCS: 'A second document begins here. Remove the line "---", or what follows it.',
  TAG_RESOLVE_FAILED: 'A value that begins with "!" has a meaning of its own in YAML. Put it in quotes.',
  BAD_SCALAR_START: 'A value that begins with this sign needs quotes. Put it in quotes.',
  BAD_DQ_ESCAPE: 'A backslash (\\) stands alone here. Remove it, or write it twice.',
}
const APOSTROPHE = /(?<=[:,[{]\s*)'[^']*'[^\s,\]}#:']/
const COMPARE =
  'This line cannot be read. Compare its spaces, colons, quotes and brackets with those of the lines around it.'

export function yamlFault(text: string, { code, message, pos: [offset] }: YamlError): Fault {
  const plain = PLAIN_MESSAGES[code]
  if (plain) return { offset, message: plain }
  if (code === 'DUPLICATE_KEY') return duplicateFault(text, offset)
  const lines = linesUntil(text, offset)
  const here = lines.at(-1) ?? { text: '', offset: 0 }
  const before = lines.slice(0, -1).findLast(isWritten)
  return (
    quoteFault(lines, offset) ??
    bracketFault(code, message, lines, offset) ??
    colonFault(code, here, before, text, offset) ??
    indentFault(code, here) ?? { offset, message: COMPARE }
  )
}

/** A name twice; or a node that is not further out than what belongs in it. */
function duplicateFault(text: string, found: number): Fault {
  // The parser may tell the end of what stands before.
  const offset = found + Math.max(text.slice(found).search(/[^\s:]/), 0)
  const name = (/^"(?:[^"\\]|\\.)*"|^[^:\s]+/.exec(text.slice(offset))?.[0] ?? '').replaceAll('"', '')
  const lines = linesUntil(text, offset)
  const here = lines.at(-1)
  const before = lines.slice(0, -1).findLast(isWritten)
  const parent = /^\s*([\w-]+):\s*$/.exec(before?.text ?? '')?.[1]
  if (here && before && parent && indentOf(before.text) === indentOf(here.text))
    return {
      offset: before.offset + indentOf(before.text),
      message: `"${parent}" begins with as many spaces as the lines that belong in it. Give this line fewer spaces, or those below it more.`,
    }
  return { offset, message: `"${name}" stands here twice. Keep one.` }
}

/** A quotation mark without its partner, on the line of the error or before it. */
function quoteFault(lines: readonly TextLine[], offset: number): Fault | undefined {
  const apostrophe = lines.find(({ text }) => APOSTROPHE.test(text))
  if (apostrophe)
    return {
      offset: apostrophe.offset + apostrophe.text.search(APOSTROPHE),
      message: "An apostrophe (') stands within single quotes. Put the text in double quotes.",
    }
  const odd = lines.find(({ text }) => {
    const bare = withoutComment(text)
    return count(bare, /"/g) % 2 === 1 && /(^|[\s[{,:])"/.test(bare)
  })
  if (odd)
    return {
      offset: odd.offset + odd.text.indexOf('"'),
      message: 'A quotation mark (") has no partner on this line. Add the one that is missing.',
    }
  const here = lines.at(-1)
  const behind = here && /(["'])\s+[^\s,\]}#:]/.exec(here.text.slice(0, offset - here.offset + 1))
  if (!here || !behind) return undefined
  const isList = /[[{]/.test(here.text)
  return {
    offset,
    message: isList
      ? 'A comma is missing before this, or a quotation mark stands within a text. Add the comma, or put the whole text in the other kind of quotes.'
      : 'Something stands behind the closing quotation mark. Put the whole value in quotes; a text with " in it stands in single quotes.',
  }
}

function bracketFault(
  code: ErrorCode,
  message: string,
  lines: readonly TextLine[],
  offset: number,
): Fault | undefined {
  const [, closing] = /end with a ([\]}])/.exec(message) ?? []
  if (closing) {
    const opening = closing === ']' ? '[' : '{'
    const open = lines.findLast(({ text }) => text.split(opening).length > text.split(closing).length)
    return {
      offset: open ? open.offset + open.text.lastIndexOf(opening) : offset,
      message: `This ${opening} is not closed. Add the ${closing} that is missing.`,
    }
  }
  const here = lines.at(-1)
  for (const [opening, ending] of ['{}', '[]'])
    if (
      here &&
      opening &&
      ending &&
      here.text.split(ending).length > here.text.split(opening).length &&
      /[:,]\s/.test(here.text)
    )
      return {
        offset: here.offset + indentOf(here.text),
        message: `This line has a ${ending} without its ${opening}. Add the ${opening}.`,
      }
  const sign = here?.text.charAt(offset - here.offset) ?? ''
  if (code === 'UNEXPECTED_TOKEN' && /[\]}]/.test(sign))
    return { offset, message: `This ${sign} closes nothing. Remove it, or add the one that opens.` }
  if (here && /[[{]/.test(here.text) && (code === 'UNEXPECTED_TOKEN' || code === 'BLOCK_IN_FLOW'))
    return { offset, message: 'A comma is missing before this. Add it.' }
  return undefined
}

/** A name without its colon, a colon without its space, and a colon within a value. */
function colonFault(
  code: ErrorCode,
  here: TextLine,
  before: TextLine | undefined,
  text: string,
  offset: number,
): Fault | undefined {
  const start = { offset: here.offset + indentOf(here.text) }
  const [, value] =
    /^[\s-]*[^\s:]+:\s+([^"'[{].*?:(?:\s.*|$))$/.exec(withoutComment(here.text).trimEnd()) ?? []
  if (value)
    return {
      offset,
      message: `This value has a colon in it. Put it in quotes: "${value.replaceAll('"', "'")}".`,
    }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s*- /.test(here.text)) return undefined
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const next =
      text
        .slice(here.offset)
        .split('\n')
        .slice(1)
        .find((each) => isWritten({ text: each, offset: 0 })) ?? ''
    const moved = here.offset + text.slice(here.offset).indexOf(`\n${next}`) + 1
    if (indentOf(next) > indentOf(here.text))
      return {
        offset: moved + indentOf(next),
        message: `This line begins with ${spaces(next)}, and the one before it, which has its value already, with ${spaces(here.text)}. Give both as many.`,
      }
  }
  if (/^\s*[–—•*]\s/.test(here.text))
    return { ...start, message: 'The entry of a list begins with a plain dash (-) and a space. Type these.' }
  const wrong = [before, here].find(
    (line) => line && isWritten(line) && !/:(\s|$)/.test(line.text) && !/^\s*-(\s|$)/.test(line.text),
  )
  if (!wrong || code === 'BAD_INDENT') return undefined
  const glued = /^\s*([\w.-]+):(\S.*)$/.exec(wrong.text)
  const place = wrong === here ? start.offset : wrong.offset + indentOf(wrong.text)
  return {
    offset: place,
    message: glued
      ? `A space is missing behind the colon. Write "${glued[1]}: ${glued[2]}".`
      : 'A name without a colon stands here. Write it as "name: value", with a colon and a space behind it.',
  }
}

function indentFault(code: ErrorCode, here: TextLine): Fault | undefined {
  const offset = here.offset + indentOf(here.text)
  if (/^\s*- /.test(here.text))
    return {
      offset,
      message:
        'The entry of a list (- ) does not belong here. Give it as many spaces as the other entries; a value that begins with a dash stands in quotes.',
    }
  if (code !== 'BAD_INDENT' && code !== 'UNEXPECTED_TOKEN') return undefined
  return {
    offset,
    message: `This line begins with ${spaces(here.text)}, which is not as its neighbours do. Give it as many as the lines beside which it belongs.`,
  }
}
