/** The folders of a line as people leave them on a disk: what can be read is, and all else is named. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { formatIssue } from '../../src/authored/issue.ts'
import { lint } from '../../src/lint/lint.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { fixtureFiles, fixtureRoot } from '../support/fixture.ts'

/** A copy of the fixture line, changed; its issues, each with its file. */
async function issuesAfter(change: (path: (name: string) => string) => void): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(fixtureRoot, folder, { recursive: true })
  for (const [file, text] of Object.entries(fixtureFiles))
    if (file.endsWith('/pages.json')) writeFileSync(join(folder, file), String(text))
  change((name) => join(folder, name))
  return lint(await loadFiles(shippedProject(folder))).issues.map(formatIssue)
}

test('a line as it stands', async () => {
  expect(await issuesAfter(() => {})).toEqual([])
})

test('what editors, archives and file managers leave', async () => {
  const issues = await issuesAfter((path) => {
    symlinkSync('me@host.1234:5678', path('flows/.#line.yaml'))
    writeFileSync(path('locales/ht/._main.json'), '\0\x05\x16\x07\0')
    mkdirSync(path('flows/__MACOSX/directory'), { recursive: true })
    writeFileSync(path('flows/__MACOSX/directory/us.yaml'), '\0')
    for (const name of ['flows/main.yaml~', 'flows/#main.yaml#', 'flows/.main.yaml.swp', 'locales/.DS_Store'])
      writeFileSync(path(name), 'half of')
    mkdirSync(path('locales/.git/objects'), { recursive: true })
    writeFileSync(path('locales/.git/objects/main.json'), '')
  })
  expect(issues).toEqual([])
})

test('the other ending, links to files and to folders', async () => {
  const issues = await issuesAfter((path) => {
    renameSync(path('flows/line.yaml'), path('flows/line.yml'))
    renameSync(path('flows/directory/gb.yaml'), path('elsewhere.yaml'))
    symlinkSync(path('elsewhere.yaml'), path('flows/directory/GB.yml'))
    renameSync(path('locales/ht'), path('kreyol'))
    symlinkSync(path('kreyol'), path('locales/ht'))
  })
  expect(issues).toEqual([])
})

test('what is no file', async () => {
  const issues = await issuesAfter((path) => {
    mkdirSync(path('flows/old.yaml'))
    mkdirSync(path('locales/en/old'))
    symlinkSync('nowhere', path('flows/directory/au.yaml'))
    symlinkSync('loop.yaml', path('flows/loop.yaml'))
    symlinkSync('..', path('locales/up'))
    execFileSync('mkfifo', [path('locales/en/pipe.json')])
    mkdirSync(path('locales/crowd'))
    for (let index = 0; index <= 500; index += 1) writeFileSync(path(`locales/crowd/${index}.json`), '{}')
    writeFileSync(path('flows/huge.yaml'), '#'.repeat(9 * 1024 * 1024))
  })
  expect(
    issues.filter((issue) => issue.includes(' unreadable-file: ') && !issue.startsWith('locales/up')),
  ).toEqual([
    'flows/directory/au.yaml:1:1 unreadable-file: This is a link to a file that is not there. Delete it, or put the file there.',
    'flows/huge.yaml:1:1 unreadable-file: This is larger than 8 MB, or no file at all. Divide it, or move it elsewhere.',
    'flows/loop.yaml:1:1 unreadable-file: This is a link to a file that is not there. Delete it, or put the file there.',
    'flows/old.yaml:1:1 unreadable-file: The line does not read a folder here. Rename it, or move it elsewhere.',
    'locales/crowd:1:1 unreadable-file: This folder has over 500 files. Keep those of the line, and move the others elsewhere.',
    'locales/en/old:1:1 unreadable-file: The line does not read a folder here. Rename it, or move it elsewhere.',
    'locales/en/pipe.json:1:1 unreadable-file: This is larger than 8 MB, or no file at all. Divide it, or move it elsewhere.',
  ])
})

test.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read', async () => {
  const issues = await issuesAfter((path) => {
    chmodSync(path('flows/main.yaml'), 0)
    chmodSync(path('locales/ht'), 0)
    onTestFinished(() => chmodSync(path('locales/ht'), 0o700))
  })
  const advice =
    'unreadable-file: The user who runs this may not read it. Let that user read it (chmod a+r; for a folder a+rx).'
  expect(issues.slice(0, 2)).toEqual([`flows/main.yaml:1:1 ${advice}`, `locales/ht:1:1 ${advice}`])
})

test.each([
  ['UTF-16', Buffer.from('\ufeffname: Línea\n', 'utf16le'), 'flows/line.yaml:1:1'],
  [
    'UTF-16 of the other order',
    Buffer.from('\ufeffname: Línea\n', 'utf16le').swap16(),
    'flows/line.yaml:1:1',
  ],
  ['Windows-1252', Buffer.from('country: US\nname: L\xednea\n', 'latin1'), 'flows/line.yaml:2:8'],
  ['a word processor', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), 'flows/line.yaml:1:6'],
])('a file that %s has written', async (_name, bytes, place) => {
  const issues = await issuesAfter((path) => writeFileSync(path('flows/line.yaml'), bytes))
  expect(issues).toEqual([expect.stringMatching(`^${place} unreadable-file: The file is not saved as UTF-8`)])
})

test('folders that are not there', async () => {
  const issues = await issuesAfter((path) => {
    rmSync(path('flows'), { recursive: true })
    rmSync(path('locales'), { recursive: true })
  })
  expect(issues).toEqual([
    'flows/line.yaml:1:1 missing-file: There is no file flows/line.yaml. Add it; the README of its folder shows its form.',
    'flows/sources.yaml:1:1 missing-file: There is no file flows/sources.yaml. Add it; the README of its folder shows its form.',
  ])
})
