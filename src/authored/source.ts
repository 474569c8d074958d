/**
 * One authored file, parsed, that still knows on which line each value stands.
 *
 * @example
 * const result = readSource('flows/symptoms.yaml', text)
 * if (result.ok) result.value.at(['nodes', 'bone', 'number']) // { file: 'flows/symptoms.yaml', line: 14, column: 5 }
 */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Issue, Location, Path } from './issue.ts'
import type { Result } from './result.ts'

export interface Source {
  readonly file: string
  readonly data: unknown
  /** Where a value stands; the nearest existing ancestor where it does not. */
  readonly at: (path: Path) => Location
}

/** Parses YAML or JSON (by the file's ending). */
export function readSource(file: string, text: string): Result<Source, Issue> {
  const json = file.endsWith('.json') ? parseJson(text) : undefined
  if (json !== undefined && !hasDuplicateKeys(text, json)) {
    // Locations are needed only for issues, so the slower parse waits until then.
    let parsed: Parsed | undefined
    const at = (path: Path) => {
      parsed ??= parse(text)
      return locationOf(file, parsed, path)
    }
    return { ok: true, value: { file, data: json, at } }
  }
  const parsed = parse(text)
  const problems = parsed.document.errors.map((error): Issue => {
    const { line, col } = parsed.lines.linePos(error.pos[0])
    return {
      code: 'syntax',
      severity: 'error',
      file,
      line,
      column: col,
      message: `This file cannot be read: ${error.message.split(/ at line|\n/)[0]}. Correct the line named here.`,
    }
  })
  if (problems.length > 0) return { ok: false, problems }
  const at = (path: Path) => locationOf(file, parsed, path)
  return { ok: true, value: { file, data: parsed.document.toJS(), at } }
}

interface Parsed {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

function parse(text: string): Parsed {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines }
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

function locationOf(file: string, { document, lines }: Parsed, path: Path): Location {
  let offset = 0
  let here: unknown = document.contents
  for (const step of path) {
    if (isMap(here)) {
      const pair = here.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      here = pair.value
    } else if (isSeq(here) && typeof step === 'number') {
      const item = here.items[step]
      if (!item) break
      if (isNode(item)) offset = item.range?.[0] ?? offset
      here = item
    } else break
  }
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}
