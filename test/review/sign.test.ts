/** People sign a language, or a topic, as it stands; what is missing is listed by topic. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { reviewReport } from '../../src/cli/support/review-report.ts'
import { reviewPath } from '../../src/locale/review-file.ts'
import { isForReview } from '../../src/review/folder-texts.ts'
import { sign } from '../../src/review/sign.ts'
import { writeTogether } from '../../src/server/write-together.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { languageOf, NURSE, signed } from '../support/signed.ts'

const REVIEWED = { group: undefined, state: 'reviewed', ...NURSE } as const
const bone = signed(fixtureFiles, 'ht', { group: 'bone' })

test('a topic is signed with its texts and their sources, sorted, one row a text', () => {
  const [head, ...rows] = String(bone[reviewPath('ht')]).trim().split('\n')
  expect(head).toBe('key,sourceHash,textHash,state,by,when,how,backTranslation,comment,source')
  expect(rows[0]).toMatch(
    /^nodes\.bone\.label,[0-9a-f]{12},[0-9a-f]{12},reviewed,"M\. R\., nurse",2026-11-26,human,,,bones$/,
  )
  expect(rows).toHaveLength(8)
  expect(rows).toEqual(rows.toSorted())
})

test('the report counts the states of each topic', () => {
  const changed = editFiles(
    bone,
    ['locales/en/main.json', ['bone', 'title'], 'The bones'],
    ['locales/ht/main.json', ['bone', 'label'], 'zo'],
    ['locales/ht/main.json', ['outlook', 'sms', 'years']],
  )
  const report = reviewReport(languageOf(changed, 'ht'))
  const rowOf = (name: string) =>
    report
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(/\s+/)
  expect(report.split('\n')[0]).toMatch(
    /^part +texts +not written +draft +stale +reviewed +approved +red list without back-translation$/,
  )
  expect(rowOf('bone ')).toEqual(['bone', '8', '-', '1', '1', '6', '-', '-'])
  expect(rowOf('outlook')).toEqual(['outlook', '4', '1', '3', '-', '-', '-', '-'])
  expect(rowOf('askoutlook')).toEqual(['askoutlook', '4', '-', '4', '-', '-', '-', '4'])
})

test('a language is signed whole, and a signature that holds is left as it is', () => {
  const language = languageOf(bone, 'ht')
  const later = sign(language, { ...REVIEWED, by: 'A. S., oncologist' })
  if (!later.ok) throw new Error(later.problems.join('\n'))
  expect(later.value.count).toBe(language.units.length - 8)
  expect(later.value.rows.get('nodes.bone.label')?.by).toBe(NURSE.by)
})

test('a file of a version without comments and words of the source is read as it was', () => {
  const file = reviewPath('ht')
  const old = String(bone[file])
    .replace(/,comment,source$/m, ',')
    .replaceAll(/,,,[^,\n]*$/gm, '')
    .replaceAll(/,+$/gm, '')
  expect(old).toMatch(/^key,.*,backTranslation$/m)
  const { units } = languageOf({ ...bone, [file]: old }, 'ht')
  expect(units.filter(({ state }) => state === 'reviewed')).toHaveLength(8)
})

test('the files that the build leaves for servers without a folder tell as much of each language', () => {
  const built = Object.fromEntries(Object.entries(bone).filter(([path]) => isForReview(path)))
  expect(Object.keys(built).some((path) => path.endsWith('examples.json'))).toBe(false)
  for (const locale of ['en', 'ar', 'ht', 'ja'])
    expect(languageOf(built, locale).units).toEqual(languageOf(bone, locale).units)
})

test('a signature can be taken back', () => {
  const again = signed(bone, 'ht', { state: 'draft' })
  expect(languageOf(again, 'ht').units.every(({ state }) => state === 'draft')).toBe(true)
})

test.each([
  ['without a role', { by: 'Mary' }, '"Mary" names no role.'],
  ['of a topic that there is not', { group: 'bones' }, 'There is no topic "bones".'],
  ['by a machine', { how: 'machine' }, 'What a machine has read is a draft'],
  [
    'that approves the red list without a back-translation',
    { state: 'approved' },
    'are on the red list and lack a back-translation: ',
  ],
] as const)('a signature %s is refused', (_what, change, problem) => {
  const result = sign(languageOf(fixtureFiles, 'ht'), { ...REVIEWED, ...change })
  expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining(problem)])
})

test('what is not on the red list is approved without one', () => {
  expect(sign(languageOf(fixtureFiles, 'ht'), { ...REVIEWED, group: 'bone', state: 'approved' }).ok).toBe(
    true,
  )
})

test('files are written together or not at all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await expect(writeTogether(folder, { 'a.json': 'a', 'nowhere/b.json': 'b' })).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual([])
  await writeTogether(folder, { 'a.json': 'a', 'b.json': 'b' })
  expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json'])
  expect(await readFile(join(folder, 'b.json'), 'utf8')).toBe('b')
})
