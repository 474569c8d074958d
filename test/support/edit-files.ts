/**
 * Changes single values of authored files, as an author would: a file is parsed, changed and written again.
 *
 * @example
 * editFiles(fixtureFiles, ['flows/main.yaml', ['nodes', 'bone', 'number'], 20])  // sets a value
 * editFiles(fixtureFiles, ['flows/main.yaml', ['nodes', 'bone', 'related']])     // removes it
 * editFiles(fixtureFiles, ['flows/main.yaml', [], 'nodes: ['])                   // writes the whole file
 * editFiles(fixtureFiles, ['flows/main.yaml', []])                               // deletes the file
 */
import { parseDocument } from 'yaml'
import type { Files } from '../../src/authored/files.ts'
import type { Path } from '../../src/authored/issue.ts'

export type Edit = readonly [file: string, path: Path, value?: unknown]

export function editFiles(files: Files, ...edits: readonly Edit[]): Files {
  return edits.reduce(editFile, files)
}

function editFile(files: Files, [file, path, value]: Edit): Files {
  const { [file]: text = '', ...others } = files
  if (path.length === 0) return value === undefined ? others : { ...files, [file]: String(value) }
  const document = parseDocument(String(text))
  if (value === undefined) document.deleteIn(path)
  else document.setIn(path, document.createNode(value))
  const written = file.endsWith('.json')
    ? JSON.stringify(document.toJS(), null, 2)
    : document.toString({ lineWidth: 0 })
  return { ...files, [file]: written }
}
