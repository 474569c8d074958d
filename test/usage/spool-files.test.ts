/** Spool files: what servers leave for the next start, each in a file of its own. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { readSpools, removeSpools, type Unwritten, writeSpool } from '../../src/usage/spool.ts'

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

test('what two servers left is read together, and removed together', async () => {
  const files = [await writeSpool(place, 'one', left('a')), await writeSpool(place, 'two', left('b'))]
  const { unwritten, ...spools } = await readSpools(place)
  expect(unwritten.batches.map(({ id }) => id).sort()).toEqual(['a', 'b'])
  expect(unwritten.stops.length).toBe(2)
  expect([...spools.files].sort()).toEqual(files)
  await removeSpools(spools.files)
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is broken is named and left, and the others are read', async () => {
  const broken = `${place}.broken.spool.json`
  writeFileSync(broken, '{"batches":[{"id":')
  await writeSpool(place, 'one', left('a'))
  const { unwritten, unreadable } = await readSpools(place)
  expect([unwritten.batches.length, unreadable]).toEqual([1, [broken]])
})

describe('a file that a person has edited', () => {
  const counter = { hour: 1, channel: 'voice', locale: 'en', event: 'call', subject: '', count: 1 }
  const batch = (...counters: object[]) => ({ batches: [{ id: 'a', counters }], stops: [] })
  test.each([
    ['half a call', batch({ ...counter, count: 1.5 })],
    ['fewer calls than none', batch({ ...counter, count: -1 })],
    ['more calls than a database can count', batch({ ...counter, count: 1e12 })],
    ['half an hour', batch({ ...counter, hour: 0.5 })],
    ['one counter twice', batch(counter, { ...counter, count: 2 })],
    ['a character that PostgreSQL refuses', batch({ ...counter, subject: 'bone\0' })],
    ['a stop at no time', { batches: [], stops: [['mark', true, 0.5]] }],
  ])('is left where it has %s, and holds up nothing', async (_what, content) => {
    const edited = `${place}.edited.spool.json`
    writeFileSync(edited, JSON.stringify(content))
    await writeSpool(place, 'one', left('a'))
    const { unwritten, unreadable } = await readSpools(place)
    expect([unwritten.batches.length, unwritten.stops.length, unreadable]).toEqual([1, 1, [edited]])
  })
})

test('a stop that an earlier version left without its time is read', async () => {
  writeFileSync(`${place}.older.spool.json`, '{"batches":[],"stops":[["mark",true]]}')
  expect((await readSpools(place)).unwritten.stops).toEqual([['mark', true, 0]])
})

test('files of another database in the same folder are not read', async () => {
  await writeSpool(join(folder, 'other.db'), 'one', left('a'))
  expect((await readSpools(place)).files).toEqual([])
})

test('what cannot be written leaves nothing that looks whole', async () => {
  await expect(writeSpool(join(folder, 'missing', 'plainline.db'), 'one', left('a'))).rejects.toThrow(
    /ENOENT/,
  )
  expect(await readSpools(join(folder, 'missing', 'plainline.db'))).toEqual({
    files: [],
    unwritten: { batches: [], stops: [] },
    unreadable: [],
  })
})
