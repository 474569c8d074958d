/** `npm run usage`, over a database that was counted into. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../src/usage/stores/open.ts'
import { root } from '../../support/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
const database = `file:${join(folder, 'plainline.db')}`

beforeAll(async () => {
  const store = await openStore(database, join(root, 'drizzle'))
  const hour = Date.UTC(2026, 9, 14, 15) / 3_600_000
  const counter = { hour, channel: 'voice', locale: 'en', subject: '' } as const
  await store.add({
    id: 'one',
    counters: [
      { ...counter, event: 'call', count: 17 },
      { ...counter, event: 'unmatched', count: 3 },
    ],
  })
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function usage(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli', 'usage.js'), ...options],
    { env: { PATH: process.env.PATH, DATABASE_URL: database }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('npm run usage', () => {
  test('prints tables', () => {
    const { status, stdout } = usage('--from', '2026-10-01', '--to', '2026-10-31', '--by', 'week')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Week +Calls +Texts +Asked for a person +Words not understood$/m)
    expect(stdout).toMatch(/^Oct 12 – 18, 2026 +15 +0 +0 +under 5$/m)
  })

  test('prints a week in sentences, as the page does', () => {
    const { status, stdout } = usage('--week', '2026-W42')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Plainline.*Oct 12 – 18, 2026\n\nPeople called 15 times/)
    expect(stdout).toMatch(/^Calls +15 +0$/m)
    expect(usage('--week').stdout).toMatch(/^Plainline/)
  })

  test('prints CSV, in another language', () => {
    const { stdout } = usage('--from', '2026-10-01', '--to', '2026-10-31', '--csv', '--locale', 'es')
    expect(stdout).toContain('Llamadas y mensajes,octubre de 2026,2026-10-01,2026-10-31,Llamadas,15\r\n')
  })

  test.each([
    [['--from', '2026-13-01'], '“2026-13-01” is not a day. Write a day as 2026-11-23.\n'],
    [['--from', '2020-01-01'], 'That is more than a year. Ask for 366 days or fewer at a time.\n'],
    [['--week', '2026-W60'], /W60/],
    [['--week', '--csv'], /^--week has no --from/],
    [['2026-W42'], /^This is not one of its options: 2026-W42\./],
    [['--locale', 'xx'], 'There is no locale "xx". This line has: en, es.\n'],
    [['--until', 'x'], /^Unknown option '--until'/],
  ])('says in a sentence what is wrong with %j', (options, expected) => {
    const { status, stdout, stderr } = usage(...options)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(expected)
  })

  test('says that the database is gone', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'usage.js')], {
      env: { PATH: process.env.PATH, DATABASE_URL: `file:${join(folder, 'missing', 'plainline.db')}` },
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^The database cannot be opened: .+\n$/)
  })
})
