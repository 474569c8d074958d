/** What has been learnt from the same examples before is not learnt again. */
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { learnOnce } from '../../src/server/learn-once.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plainline-learnt-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a model is trained once for the same examples', async () => {
  let trained = 0
  const train = () => {
    trained += 1
    return { weights: [trained] }
  }
  const told: string[] = []
  const learn = () => learnOnce([join(folder, 'learnt')], (what) => told.push(what))
  expect(learn()('en', ['my hip hurts'], train)).toEqual({ weights: [1] })
  expect(learn()('en', ['my hip hurts'], train)).toEqual({ weights: [1] })
  expect(learn()('en', ['my hip hurts', 'my back'], train)).toEqual({ weights: [2] })
  expect(await readdir(join(folder, 'learnt'))).toHaveLength(2)
  expect(told).toEqual(['en', 'en'])
})

test('a model that nobody has asked for in a month is deleted, and one that is cut short is learnt again', async () => {
  const learn = learnOnce([folder])
  learn('en', ['a'], () => 1)
  const [file = ''] = await readdir(folder)
  await writeFile(join(folder, file), '')
  expect(learn('en', ['a'], () => 2)).toBe(2)
  const longAgo = new Date(Date.now() - 32 * 24 * 60 * 60_000)
  await utimes(join(folder, file), longAgo, longAgo)
  learn('en', ['b'], () => 3)
  expect(await readdir(folder)).toHaveLength(1)
})

test('a folder that cannot be written costs time, and nothing else', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(learnOnce([join(folder, 'file')])('en', ['a'], () => 1)).toBe(1)
})
