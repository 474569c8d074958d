/** `npm run doctor`, `setup` and `packet` where nothing is set yet. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../support/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(
  command: string,
  variables: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli', `${command}.js`), ...options],
    { cwd: folder, env: { PATH: process.env.PATH, ...variables }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const MISSING = [
  /^✗ settings: TWILIO_ACCOUNT_SID is missing\. Copy .*\.$/,
  /^✗ settings: TWILIO_AUTH_TOKEN is missing\. Copy .*\.$/,
  /^✗ settings: PUBLIC_URL is missing\. Write .*\.$/,
  /^✗ settings: SECRET is missing\. Make .*\.$/,
  /^✗ settings: line\/line\.yaml has no number\. Buy .*\.$/,
].map((pattern) => expect.stringMatching(pattern))

test('the doctor says what is missing, and ends with 1', () => {
  const { status, stdout, stderr } = run('doctor')
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout.split('\n')).toEqual([
    ...MISSING,
    '✓ voices: Twilio has the voices of en, es.',
    '',
    '1 ✓, 0 !, 5 ✗',
    '',
  ])
})

test('the findings are data too', () => {
  const { stdout } = run('doctor', {}, ['--json'])
  expect(JSON.parse(stdout)[0]).toEqual({
    level: 'fail',
    about: 'settings',
    what: 'TWILIO_ACCOUNT_SID is missing.',
    todo: 'Copy "Account SID" from the Account Dashboard of Twilio\'s Console into it.',
  })
})

test('setup says the same, and asks nothing', () => {
  const { status, stdout, stderr } = run('setup')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trimEnd().split('\n')).toEqual(MISSING)
})

test('the packet has what the line really texts', () => {
  const { status, stdout } = run('packet', { PUBLIC_URL: 'https://line.example.org' })
  expect(status).toBe(0)
  expect(stdout).toContain('> https://line.example.org/en/privacy')
  expect(stdout).toMatch(/\*\*Sample message 2\*\*\n\n> Bones\n> .*pain/)
  // Nothing of it is too long for its field.
  expect(stdout).not.toContain('shorten it')
  expect(run('packet', { PUBLIC_URL: 'line.example.org' })).toMatchObject({
    status: 1,
    stderr: 'PUBLIC_URL must be the whole address that Twilio calls, such as https://line.example.org.\n',
  })
})
