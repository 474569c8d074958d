/** Spool files: what servers leave for the next start, each in a file of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  stops: [[`mark ${id}`, true, 1]],
})

test('what two servers left is read together, and is for its owner only', async () => {
  const files = await Promise.all(['a', 'b'].map((id) => writeSpool(place, id, left(id))))
  const { spools, unreadable } = await readSpools(place)
  expect(spools).toEqual(
    expect.arrayContaining(files.map((file, index) => ({ file, content: left('ab'[index] ?? '') }))),
  )
  expect([spools.length, unreadable]).toEqual([2, []])
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
})

test.each([
  '{"batches":[{"id":',
  '[]',
  JSON.stringify({ ...left('a'), stops: [['a mark\n', true, 1]] }),
  JSON.stringify(left('a')).replace('"count":1', '"count":1.5'),
  JSON.stringify(left('a')).replace('"hour":1', '"hour":-1'),
  JSON.stringify(left('a')).replace('"count":1', '"count":1e12'),
  JSON.stringify(left('a')).replace(/(\[)(\{"hour".*?\})/, '$1$2,$2'),
  JSON.stringify({ ...left('a'), stops: [['a mark', true, 0.5]] }),
  JSON.stringify(left('a')).replace('"en"', '"\\u0000"'),
  // Of a newer version, which counts more.
  JSON.stringify({ ...left('a'), visits: [] }),
  JSON.stringify(left('a')).replace('"count":1', '"count":1,"device":"tty"'),
])('a file that no database would take is named and left, and the others are read: %s', async (content) => {
  const broken = `${place}.broken.spool.json`
  writeFileSync(broken, content)
  await writeSpool(place, 'one', left('a'))
  const { spools, unreadable } = await readSpools(place)
  expect([spools.length, unreadable]).toEqual([1, [broken]])
  expect(readFileSync(broken, 'utf8')).toBe(content)
})

test('what a server had begun to write when it was killed is read where it is whole, and named where it is not', async () => {
  const [whole, half] = ['whole', 'half'].map((id) => `${place}.${id}.spool.json.part`)
  const content = JSON.stringify(left('a'))
  writeFileSync(String(whole), content)
  writeFileSync(String(half), content.slice(0, -20))
  expect(await readSpools(place)).toEqual({
    spools: [{ file: whole, content: left('a') }],
    unreadable: [half],
  })
})

test('a stop that an earlier version left without its time is read', async () => {
  writeFileSync(`${place}.older.spool.json`, '{"batches":[],"stops":[["mark",true]]}')
  expect((await readSpools(place)).spools[0]?.content.stops).toEqual([['mark', true, 0]])
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
