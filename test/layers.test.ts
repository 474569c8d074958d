/**
 * Imports point one way. CONTRIBUTING.md has the table: a row for each folder, with the folders that it may import, all
 * of which stand above it. So there is no cycle between folders, and a row is read with what is known already.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './support/root.ts'

/** Folders by path, in the order of the table, each with what it may import. */
const table = readTable(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))

const sources = ['src', 'tools', 'bench'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(top, path)),
)

describe('the table of folders', () => {
  test('lets a folder import only folders that stand above it', () => {
    const rows = [...table]
    const upwards = rows.flatMap(([folder, allowed], row) => {
      const above = rows.slice(0, row).map(([path]) => path)
      return [...allowed].filter((other) => !above.includes(other)).map((other) => `${folder} → ${other}`)
    })
    expect(upwards).toEqual([])
  })

  test('has each folder that has files, and no other', () => {
    expect([...new Set(sources.map(folderOf))].sort()).toEqual([...table.keys()].sort())
  })
})

test('each file imports only what the row of its folder allows', () => {
  const refused = sources.flatMap((file) => {
    const folder = folderOf(file)
    return importsOf(file)
      .filter((other) => folderOf(other) !== folder && !table.get(folder)?.has(folderOf(other)))
      .map((other) => `${file} imports ${other}`)
  })
  expect(refused).toEqual([])
})

/** The row that a file belongs to: the longest path that is the file's or one of its folders'; otherwise its own folder. */
function folderOf(file: string): string {
  const inTable = [...table.keys()].filter((path) => file === path || file.startsWith(`${path}/`))
  return inTable.sort((a, b) => b.length - a.length)[0] ?? file.split('/').slice(0, -1).join('/')
}

/** The files of this repository that a file imports; what the build makes, and the manifest with the version, are none of them. */
function importsOf(file: string): readonly string[] {
  const statements = readFileSync(join(root, file), 'utf8').matchAll(
    /\b(?:from|import)\s*\(?\s*['"`](\.[^'"`]+)['"`]/g,
  )
  return [...statements]
    .map(([, path = '']) => join(file, '..', path))
    .filter((path) => !path.startsWith('dist/') && path !== 'package.json')
}

/** Rows such as `| src/line | compile, take … | authored, flow |`, with paths in backquotes; `src/` may be left out of the last. */
function readTable(markdown: string): ReadonlyMap<string, ReadonlySet<string>> {
  const [, section = ''] = markdown.split(/^## Where things are$/m)
  const [table = ''] = section.split(/^## /m)
  const rows = table.matchAll(/^\| `([\w./]+)` +\|[^|]*\|([^|]*)\|$/gm)
  const folders = new Map<string, ReadonlySet<string>>()
  for (const [, folder = '', cell = ''] of rows) {
    const named = [...cell.matchAll(/`([\w./]+)`/g)].map(([, name = '']) =>
      name.includes('/') ? name : `src/${name}`,
    )
    folders.set(folder, new Set(/\bevery folder above\b/.test(cell) ? folders.keys() : named))
  }
  return folders
}
