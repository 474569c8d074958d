/** What has been compiled is not compiled again, and a change is never missed. */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compileFiles } from '../../src/server/compile-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { signed } from '../support/signed.ts'

const MAIN = 'locales/en/main.json'

test('the same files are compiled once', async () => {
  const folder = await project()
  const first = await compileFiles(shippedProject(folder), '')
  const before = await stat(join(folder, 'dist/line.json'))
  const second = await compileFiles(shippedProject(folder), '')
  const after = await stat(join(folder, 'dist/line.json'))
  expect(after.ino).toBe(before.ino)
  expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  expect(JSON.parse(await readFile(join(folder, 'dist/line.json'), 'utf8'))).toEqual(second.line)
})

test('a change of one word is compiled, and so is its return', async () => {
  const folder = await project()
  const original = await readFile(join(folder, MAIN), 'utf8')
  await compileFiles(shippedProject(folder), '')
  await writeFile(join(folder, MAIN), original.replace(/"title": "[^"]+"/, '"title": "Changed"'))
  expect(JSON.stringify((await compileFiles(shippedProject(folder), '')).line)).toContain('"title":"Changed"')
  await writeFile(join(folder, MAIN), original)
  expect(JSON.stringify((await compileFiles(shippedProject(folder), '')).line)).not.toContain(
    '"title":"Changed"',
  )
})

test('an error leaves the line from before, and is told again the next time', async () => {
  const folder = await project()
  await compileFiles(shippedProject(folder), '')
  const before = await readFile(join(folder, 'dist/line.json'), 'utf8')
  await writeFile(join(folder, MAIN), '{')
  for (const _ of [1, 2]) {
    const { line, issues } = await compileFiles(shippedProject(folder), '')
    expect(line).toBeUndefined()
    expect(issues.map(({ code, file }) => `${code} ${file}`)).toContain(`syntax ${MAIN}`)
  }
  expect(await readFile(join(folder, 'dist/line.json'), 'utf8')).toBe(before)
})

test('a compiled line that is gone or cut short is compiled again', async () => {
  const folder = await project()
  const { line } = await compileFiles(shippedProject(folder), '')
  for (const spoil of [
    () => rm(join(folder, 'dist/line.json')),
    () => writeFile(join(folder, 'dist/line.json'), '{"a'),
  ]) {
    await spoil()
    await compileFiles(shippedProject(folder), '')
    expect(JSON.parse(await readFile(join(folder, 'dist/line.json'), 'utf8'))).toEqual(line)
  }
})

test('a signature is taken over without learning again', async () => {
  const folder = await project()
  const { line } = await compileFiles(shippedProject(folder), '')
  const review = join(folder, 'locales/ht/review.csv')
  const marked = { ...line, lexicon: { ...line?.lexicon, fillers: ['kept'] } }
  await writeFile(join(folder, 'dist/line.json'), JSON.stringify(marked))
  await writeFile(review, String(signed(fixtureFiles, 'ht')['locales/ht/review.csv']))
  const again = await compileFiles(shippedProject(folder), '')
  expect(again.line?.lexicon.fillers).toEqual(['kept'])
  expect(again.line?.locales.ht?.reviewed?.around).toMatchObject({ draft: 0, stale: 0, approved: 0 })
  await writeFile(review, 'key\n')
  expect((await compileFiles(shippedProject(folder), '')).line).toBeUndefined()
  await rm(review)
  expect((await compileFiles(shippedProject(folder), '')).line?.locales.ht?.reviewed?.around.reviewed).toBe(0)
})

async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(fixtureFiles)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), String(text))
  }
  return folder
}
