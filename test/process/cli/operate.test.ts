/** `npm run operate`, over the database of a line that runs. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../../src/usage/stores/open.ts'
import { type NodeServer, startNodeServer } from '../../support/node-server.ts'
import { root } from '../../support/root.ts'

let server: NodeServer
/** Each from another number: one has ten answers at once. */
let messages = 0

beforeAll(async () => {
  server = await startNodeServer({})
})
afterAll(() => server.stop())

function operate(...options: readonly string[]) {
  return command('operate', options)
}

function command(name: string, options: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli', `${name}.js`), ...options],
    { env: { PATH: process.env.PATH, DATABASE_URL: server.database }, encoding: 'utf8', input },
  )
  return { status, stdout, stderr }
}

async function text(Body: string): Promise<string> {
  const form = {
    MessageSid: `SM${messages}`,
    From: `+1555555${1000 + messages++}`,
    To: '+15555550100',
    FromCountry: 'US',
    Body,
  }
  const response = await fetch(`${server.address}/sms`, { method: 'POST', body: new URLSearchParams(form) })
  return response.text()
}

/** Within the 92 days that are allowed, on whatever day this runs. */
const soon = new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10)

test('changes a running line, says so, and logs when and what kind, without the number', async () => {
  expect(operate()).toMatchObject({ status: 0, stdout: expect.stringContaining('Everything is as usual.') })
  const announced = operate('announce', 'en', 'The office is closed.', '--until', soon)
  expect(announced.stdout).toContain('Saved: Announcement. It is on the line within 10 seconds.')
  expect(operate('off', 'bone').stdout).toContain('Topics that are off: bone')
  expect(operate('number', '+12165550142').stdout).toContain('+12165550142')
  await expect
    .poll(() => text('bone'), { timeout: 10_000 })
    .toContain('Note: The office is closed.\nThis topic is not on the line today.')
  const [called, texted] = [command('phone', [], '1\nbye\n'), command('phone', ['--text'], 'bone\nbye\n')]
  expect(called.stdout).toContain('Please note: The office is closed.')
  expect(texted.stdout).toContain('This topic is not on the line today.')
  await expect.poll(() => server.output()).toContain('"number"]')
  expect(server.output()).not.toContain('2165550142')
  expect(operate('clear').status).toBe(0)
  await expect.poll(() => text('bone'), { timeout: 10_000 }).toContain('Bones')
})

test('begins anew where nobody can read what stands', async () => {
  const store = await openStore(server.database, join(root, 'drizzle'))
  const version = ((await store.readToday())?.version ?? 0) + 1
  await store.writeToday({ version, changedAt: 0, switches: 'zebrafinch' })
  await store.close()
  expect(operate('off', 'bone').stderr).toContain('`npm run operate -- clear` begins anew')
  expect(operate('clear')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Everything is as usual/),
  })
  expect(operate('off', 'bone').status).toBe(0)
})

test.each([
  [['off', 'urgent'], '“urgent” tells of danger, and cannot be off.\n'],
  [['closed', '--until', '2020-01-01'], '2020-01-01 is over. Choose a later time.\n'],
  [['open', '--until', soon], /^This line has no number of people who could be called\. Give one below\.\n/],
  [['off', 'urgent', '--locale', 'es'], '“urgent” habla de peligros y no se puede quitar.\n'],
  [['closed', '--until', `${soon} 17:00Z`], /^“.* 17:00Z” is not a date/],
  [['shut'], /^This is not one of its commands\./],
  [['--when', 'x'], /^Unknown option '--when'/],
])('refuses %j in a sentence', (options, expected) => {
  const { status, stdout, stderr } = operate(...options)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(expected)
})
