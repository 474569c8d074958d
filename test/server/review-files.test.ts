/** Where `/review` reads and writes: the project's folder on the operator's own machine, or their own folder. */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Project, shippedProject } from '../../src/server/project.ts'
import { createReviewFiles, writeAuthored } from '../../src/server/review-files.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { languageOf, signed } from '../support/signed.ts'

const PHRASES = 'locales/es/phrases.json'
const NOTHING_SIGNED = languageOf(fixtureFiles, 'ht')
const BONE_SIGNED = languageOf(signed(fixtureFiles, 'ht', { group: 'bone' }), 'ht')
const ALL_SIGNED = languageOf(signed(signed(fixtureFiles, 'ht', { group: 'bone' }), 'ht'), 'ht')

async function makeProject(): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const folder of ['dist', 'flows', 'locales/es', 'locales/ht', 'line'])
    await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, PHRASES), '{}')
  await writeFile(join(root, 'locales/es/examples.json'), '{}')
  return shippedProject(root)
}

test('the demo writes into the folder of the language, for everybody who may read the folder', async () => {
  const project = await makeProject()
  const before = process.umask(0o077)
  await createReviewFiles(project, { mayWrite: true }).write?.(NOTHING_SIGNED, BONE_SIGNED.rows)
  process.umask(before)
  const file = join(project.root, 'locales/ht/review.csv')
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(10)
  expect((await stat(file)).mode & 0o777).toBe(0o644)
})

test("into the operator's own folder it writes what is other than the shipped review", async () => {
  const project = await makeProject()
  const own = join(project.root, 'line')
  await createReviewFiles({ ...project, own }, { mayWrite: true }).write?.(BONE_SIGNED, ALL_SIGNED.rows)
  const csv = await readFile(join(own, 'locales/ht/review.csv'), 'utf8')
  expect(csv).toContain('nodes.outlook.label')
  expect(csv).not.toContain('nodes.bone.label')
})

test('a line that others can reach reads the folder and writes nothing', async () => {
  const files = createReviewFiles(await makeProject(), { mayWrite: false })
  expect(files.write).toBeUndefined()
  expect(Object.keys(await files.read())).toContain(PHRASES)
})

test('the build leaves for Workers what tells of languages, without examples', async () => {
  const project = await makeProject()
  await writeAuthored(project)
  expect(JSON.parse(await readFile(join(project.built, 'authored.json'), 'utf8'))).toEqual({
    [PHRASES]: '{}',
  })
})
