/**
 * Puts texts into a JSON file and leaves everything else as it is written, so that git shows only what has changed.
 *
 * @example
 * replaceTexts('{ "bone": { "label": "bones" } }\n', [{ path: ['bone', 'label'], text: 'huesos' }])
 * // '{ "bone": { "label": "huesos" } }\n'
 */
import { isScalar } from 'yaml'
import type { Path } from '../../authored/issue.ts'
import { parseText } from '../../authored/parse.ts'
import { pushTo } from '../../authored/records.ts'
import type { Language } from '../../review/language.ts'

interface Replacement {
  readonly path: Path
  readonly text: string
}

/** The width of a line, as biome.json has it: a short list stands in one. */
const LINE_WIDTH = 110

/** The file may be empty, or lack the place: then it is written anew, in the same order. */
export function replaceTexts(written: string, replacements: readonly Replacement[]): string {
  const { document } = parseText(written.trim() === '' ? '{}' : written, true)
  const places = replacements.map(({ path, text }) => {
    const node = document.getIn(path, true)
    const [start, end] = (isScalar(node) && node.range) || []
    return { start, end, text }
  })
  if (places.some(({ start }) => start === undefined)) {
    for (const { path, text } of replacements) document.setIn(path, text)
    return `${formatJson(document.toJS(), 0, '')}\n`
  }
  return places
    .toSorted((a, b) => (b.start ?? 0) - (a.start ?? 0))
    .reduce(
      (file, { start, end, text }) => file.slice(0, start) + JSON.stringify(text) + file.slice(end),
      written,
    )
}

/** The files of a language, with texts put in their places; those that change. */
export function filesWith(
  { units, files }: Pick<Language, 'units' | 'files'>,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const byFile = new Map<string, Replacement[]>()
  for (const { key, file, path } of units) {
    const text = texts.get(key)
    if (text !== undefined) pushTo(byFile, file, { path, text })
  }
  return Object.fromEntries(
    [...byFile].map(([file, replacements]) => [file, replaceTexts(files[file] ?? '', replacements)]),
  )
}

/** As biome formats it: `before` characters stand before the value in its line. */
function formatJson(value: unknown, before: number, indent: string): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const flat = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`
    // One more for the comma after it.
    if (before + flat.length + 1 <= LINE_WIDTH && value.every((each) => typeof each !== 'object')) return flat
    return `[\n${value.map((each) => inner + formatJson(each, inner.length, inner)).join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, each]) => {
    const name = `${inner}${JSON.stringify(key)}: `
    return name + formatJson(each, name.length, inner)
  })
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`
}
