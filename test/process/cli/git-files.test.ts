/** The files of an earlier commit are read from git, whatever has become of them since. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesAtCommit } from '../../../src/cli/support/git-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'plainline-git-'))
const git = (...options: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...options])

beforeAll(() => {
  git('init', '-q')
  mkdirSync(join(folder, 'locales/en'), { recursive: true })
  writeFileSync(join(folder, 'locales/en/rules.json'), '{"cord":"¡ya!"}')
  git('add', '.')
  git('commit', '-qm', 'first')
  git('tag', 'v1')
  git('rm', '-q', 'locales/en/rules.json')
  git('commit', '-qm', 'second')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('by tag or commit', async () => {
  const first = await filesAtCommit(folder, 'v1', 'locales/en')
  expect(first?.files).toEqual({ 'locales/en/rules.json': '{"cord":"¡ya!"}' })
  expect(await filesAtCommit(folder, first?.commit.slice(0, 9) ?? '', 'locales/en')).toEqual(first)
})

test('of a folder that was not there, there are none', async () => {
  expect(await filesAtCommit(folder, 'HEAD', 'locales/en')).toMatchObject({ files: {} })
})

test.each(['v2', '--all', '', 'v1:locales'])('"%s" is no commit', async (ref) => {
  expect(await filesAtCommit(folder, ref, 'locales/en')).toBeUndefined()
})

test('a folder without git has no commits', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'plainline-bare-'))
  expect(await filesAtCommit(bare, 'HEAD', 'locales/en')).toBeUndefined()
  rmSync(bare, { recursive: true })
})
