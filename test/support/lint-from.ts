/**
 * Files that many lines are linted from: those that no edit touches are parsed once, not for each.
 *
 * @example
 * const lintEdited = lintFrom(fixtureFiles)
 * lintEdited(editFiles(fixtureFiles, …)).issues
 */
import type { Files, ReadableFiles } from '../../src/authored/files.ts'
import { readSource } from '../../src/authored/source.ts'
import { lint } from '../../src/lint/lint.ts'

type MoreOfLint = Parameters<typeof lint> extends [unknown, ...infer More] ? More : never

export function lintFrom(files: Files): (edited: Files, ...more: MoreOfLint) => ReturnType<typeof lint> {
  const parsed = parse(files)
  return (edited, ...more) => {
    const readable = Object.entries(edited).map(
      ([file, text]) => [file, (text === files[file] && parsed[file]) || text] as const,
    )
    return lint(Object.fromEntries(readable), ...more)
  }
}

function parse(files: Files): ReadableFiles {
  const sources = Object.entries(files).flatMap(([file, text]) => {
    if (typeof text !== 'string' || !/\.(yaml|json)$/.test(file)) return []
    const source = readSource(file, text)
    return source.ok ? [[file, source.value] as const] : []
  })
  return Object.fromEntries(sources)
}
