/**
 * One authored file, parsed, that still knows on which line each value stands.
 *
 * @example
 * const result = readSource('flows/symptoms.yaml', text)
 * if (result.ok) result.value.at(['nodes', 'bone', 'number']) // { file: 'flows/symptoms.yaml', line: 14, column: 5 }
 */
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Issue, IssueCode, Location, Path } from './issue.ts'
import type { Written } from './mismatch.ts'
import { type Parsed, parseText } from './parse.ts'
import { type Result, refused } from './result.ts'

export interface Source {
  readonly file: string
  readonly data: unknown
  /** Where a value stands; the nearest existing ancestor where it does not. */
  readonly at: (path: Path) => Location
  readonly valueAt: (path: Path) => Written
}

/** A decoder puts U+FFFD where bytes are no UTF-8; UTF-16 that is read as UTF-8 is full of NUL. */
const NOT_UTF_8 = /[\uFFFD\0]/

/** The file's source: parsed here, unless it has been already. */
export function asSource(file: string, written: string | Source): Result<Source, Issue> {
  return typeof written === 'string' ? readSource(file, written) : { ok: true, value: written }
}

/** Parses YAML or JSON (by the file's ending), with line endings of any kind. */
export function readSource(file: string, written: string): Result<Source, Issue> {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const issue = (code: IssueCode, offset: number, message: string): Issue => {
    const before = text.slice(0, offset).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    return { code, severity: 'error', file, line: before.length, column, message }
  }
  const unreadable = text.search(NOT_UTF_8)
  if (unreadable >= 0) {
    const message =
      'The file is not saved as UTF-8, so this character cannot be read. Save it in your editor with the encoding "UTF-8", and look at its accents.'
    return refused(issue('unreadable-file', unreadable, message))
  }
  try {
    const json = file.endsWith('.json') ? parseJson(text) : undefined
    // Places are needed only for issues, so the slower parse waits until then.
    if (json !== undefined && !hasDuplicateKeys(text, json))
      return { ok: true, value: sourceOf(file, json, () => parseText(text, true)) }
    const parsed = parseText(text, file.endsWith('.json'))
    if (parsed.fault) return refused(issue('syntax', parsed.fault.offset, parsed.fault.message))
    return { ok: true, value: sourceOf(file, parsed.document.toJS(), () => parsed) }
  } catch (error) {
    // Thousands of brackets within each other are more than the stack of the parser.
    if (!(error instanceof RangeError)) throw error
    return refused(issue('syntax', 0, 'This file has too many brackets within each other.'))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `JSON.parse` silently keeps the last of two equal keys, and a translator must know. */
function hasDuplicateKeys(text: string, data: unknown): boolean {
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)].filter(([, colon]) => colon).length
  return written !== countKeys(data)
}

function countKeys(data: unknown): number {
  if (Array.isArray(data)) return data.reduce<number>((sum, item) => sum + countKeys(item), 0)
  if (typeof data !== 'object' || data === null) return 0
  return Object.values(data).reduce<number>((sum, value) => sum + 1 + countKeys(value), 0)
}

function sourceOf(file: string, data: unknown, parse: () => Parsed): Source {
  let parsed: Parsed | undefined
  const placeOf = (path: Path) => {
    parsed ??= parse()
    return { lines: parsed.lines, ...placeIn(parsed, path) }
  }
  return {
    file,
    data,
    at(path) {
      const { lines, offset } = placeOf(path)
      const { line, col } = lines.linePos(offset)
      return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
    },
    valueAt(path) {
      const value = path.reduce<unknown>(
        (inside, step) =>
          typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined,
        data,
      )
      const { value: node } = placeOf(path)
      return { value, written: (isScalar(node) && node.source) || String(value) }
    },
  }
}

/** The value at the end of a path, or its nearest ancestor, and where its name, or else the value, begins. */
function placeIn({ document }: Parsed, path: Path): { readonly offset: number; readonly value: unknown } {
  let offset = 0
  let value: unknown = document.contents
  for (const step of path) {
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      value = pair.value
    } else if (isSeq(value) && typeof step === 'number') {
      const item = value.items[step]
      if (!item) break
      if (isNode(item)) offset = item.range?.[0] ?? offset
      value = item
    } else break
  }
  return { offset, value }
}
