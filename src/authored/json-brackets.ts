/**
 * Faults of brackets in a text that is to be JSON, as its indentation shows them: the place where one is missing is mostly far above
 * the place where the parser notices.
 *
 * @example
 * oddlyIndented(text, token, inside) // { offset: 120, message: 'Each { needs its }: add the } that is missing. …' }
 */
import { isBracket, type JsonToken, shown } from './json-tokens.ts'
import type { Fault } from './lines.ts'

/** A bracket that is open at a token. */
export interface Open {
  readonly bracket: JsonToken
  /** What comes next; `next` is a comma or the closing bracket. */
  expects: 'name' | 'colon' | 'value' | 'next'
  /** The spaces before the first name that begins a line. */
  indent?: number
}

export const PARTNER: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** A closing bracket, or a name, that begins a line and stands further in or out than where it belongs. */
export function oddlyIndented(text: string, token: JsonToken, inside: Open | undefined): Fault | undefined {
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const start = lineOf(token.offset)
  if (!inside || lineOf(inside.bracket.offset) === start) return undefined
  const indent = text.slice(start).search(/\S/)
  if (isBracket(token, '}]')) {
    const opening = text.slice(lineOf(inside.bracket.offset)).search(/\S/)
    if (indent === opening) return undefined
    return indent > opening
      ? at(
          token,
          `This ${token.text} closes more than it seems to: it is one too many, or one is missing above. Remove it, or add the other.`,
        )
      : at(token, unclosed(inside))
  }
  if (inside.expects !== 'name' || start + indent !== token.offset) return undefined
  inside.indent ??= indent
  return indent === inside.indent
    ? undefined
    : at(token, `${unclosed(inside)} It is missing before ${shown(token)}.`)
}

/** A name without a comma before it that stands further out: the } is missing, and its comma. */
export function furtherOut(
  text: string,
  token: JsonToken,
  { bracket, expects, indent = 0 }: Open,
): Fault | undefined {
  if (bracket.text !== '{' || expects !== 'next' || token.kind !== 'text') return undefined
  const start = text.lastIndexOf('\n', token.offset - 1) + 1
  const isOut = /^\s*$/.test(text.slice(start, token.offset)) && token.offset - start < indent
  return isOut ? at(token, `A } and a comma are missing before ${shown(token)}. Add them.`) : undefined
}

export function unclosed(inside: Open | undefined): string {
  return inside
    ? `Each ${inside.bracket.text} needs its ${PARTNER[inside.bracket.text]}: add the ${PARTNER[inside.bracket.text]} that is missing.`
    : 'Remove it.'
}

/** A fault at the beginning of a token. */
export function at({ offset }: JsonToken, message: string): Fault {
  return { offset, message }
}
