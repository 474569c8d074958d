/** Spool files: what servers leave for the next start, each in a file of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { readSpools, type Unwritten, writeSpool } from '../../src/usage/spool.ts'

const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
const place = join(folder, 'plainline.db')
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true }))

const left = (id: string): Unwritten => ({
  batches: [
    {
      id,
      counters: [{ hour: 1, channel: 'voice', locale: 'en', event: 'call', subject: '', count: 1 }],
    },
  ],
  stops: [[`mark ${id}`, true]],
})

test('what servers left is read in the order in which it was written, for its owner only', async () => {
  const [first, second, third] = await Promise.all(
    ['c', 'a', 'b'].map((id) => writeSpool(place, id, left(id))),
  )
  const files = [first, second, third].map(String)
  for (const [index, file] of files.entries()) utimesSync(file, index, index)
  const { spools, unreadable } = await readSpools(place)
  expect(spools).toEqual(files.map((file, index) => ({ file, content: left('cab'[index] ?? '') })))
  expect(unreadable).toEqual([])
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
})

test.each([
  '{"batches":[{"id":',
  '[]',
  JSON.stringify({ ...left('a'), stops: [['a mark\n', true]] }),
  JSON.stringify(left('a')).replace('"count":1', '"count":1.5'),
  JSON.stringify(left('a')).replace('"hour":1', '"hour":-1'),
  JSON.stringify(left('a')).replace('"en"', '"\\u0000"'),
])('a file that no database would take is named and left, and the others are read: %s', async (content) => {
  const broken = `${place}.broken.spool.json`
  writeFileSync(broken, content)
  await writeSpool(place, 'one', left('a'))
  const { spools, unreadable } = await readSpools(place)
  expect([spools.length, unreadable]).toEqual([1, [broken]])
  expect(readFileSync(broken, 'utf8')).toBe(content)
})

test('files of another database in the same folder are not read', async () => {
  await writeSpool(join(folder, 'other.db'), 'one', left('a'))
  expect(await readSpools(place)).toEqual({ spools: [], unreadable: [] })
})

test('what cannot be written leaves nothing that looks whole', async () => {
  const missing = join(folder, 'missing', 'plainline.db')
  await expect(writeSpool(missing, 'one', left('a'))).rejects.toThrow(/ENOENT/)
  expect(await readSpools(missing)).toEqual({ spools: [], unreadable: [] })
})
