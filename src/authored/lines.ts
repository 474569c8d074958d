/**
 * The lines of a text, each with its place in it.
 *
 * @example
 * linesUntil('a: 1\nb: 2', 6) // [{ text: 'a: 1', offset: 0 }, { text: 'b: 2', offset: 5 }]
 */

export interface TextLine {
  readonly text: string
  readonly offset: number
}

/** What keeps a file from being read, at its place; `offset` counts characters. */
export interface Fault {
  readonly offset: number
  readonly message: string
}

/** The lines of a text up to the one at `offset`. */
export function linesUntil(text: string, offset: number): readonly TextLine[] {
  const end = text.indexOf('\n', offset)
  let start = 0
  return text
    .slice(0, end < 0 ? undefined : end)
    .split('\n')
    .map((line) => {
      const at = start
      start += line.length + 1
      return { text: line, offset: at }
    })
}

export function isWritten({ text }: TextLine): boolean {
  return /^\s*[^\s#]/.test(text)
}

export function withoutComment(text: string): string {
  return text.replace(/(^|\s)#.*$/, '')
}

export function indentOf(text: string): number {
  return Math.max(text.search(/\S/), 0)
}

export function spaces(text: string): string {
  const length = indentOf(text)
  return length === 1 ? 'one space' : length === 0 ? 'no space' : `${length} spaces`
}

export function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
