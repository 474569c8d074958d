/** Where `/review` reads and writes: the project's folder on the operator's own machine, else what the build has left. */
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createReviewFiles, writeAuthored } from '../../src/server/review-files.ts'

const PHRASES = 'locales/es/phrases.json'
const REVIEW = 'locales/es/review.csv'

async function makeProject(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const folder of ['dist', 'flows', 'locales/es']) await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, PHRASES), '{}')
  await writeFile(join(root, 'locales/es/examples.json'), '{}')
  return root
}

test('the demo writes into the folder of the language, for everybody who may read the folder', async () => {
  const root = await makeProject()
  const before = process.umask(0o077)
  await createReviewFiles(root, { mayWrite: true }).write?.('es', 'key\n')
  process.umask(before)
  expect(await readFile(join(root, REVIEW), 'utf8')).toBe('key\n')
  expect((await stat(join(root, REVIEW))).mode & 0o777).toBe(0o644)
})

test('a line that others can reach reads the folder and writes nothing', async () => {
  const root = await makeProject()
  const files = createReviewFiles(root, { mayWrite: false })
  expect(files.write).toBeUndefined()
  expect(Object.keys(await files.read())).toContain(PHRASES)
})

test('without the folder it reads what the build has left, and writes nothing', async () => {
  const root = await makeProject()
  await writeAuthored(root)
  await rename(join(root, 'locales'), join(root, 'elsewhere'))
  const files = createReviewFiles(root, { mayWrite: true })
  expect(files.write).toBeUndefined()
  expect(await files.read()).toEqual({ [PHRASES]: '{}' })
})
