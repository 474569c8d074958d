/** The doctor names what is wrong, once, and nothing that is in order. */
import { describe, expect, test } from 'vitest'
import { type Diagnosis, exitCodeFor, writeFindings } from '../../src/doctor/finding.ts'
import { doctorOf, healthyWorld } from '../support/doctor.ts'
import { MISCONFIGURATIONS, number, service, tollFree } from '../support/misconfigurations.ts'
import { PHONE, sid, verification } from '../support/twilio-state.ts'

const wrong = (findings: readonly Diagnosis[]) => findings.filter(({ level }) => level !== 'ok')

test('a line that is in order gives no ! and no ✗', async () => {
  const findings = await doctorOf(healthyWorld())
  expect(wrong(findings)).toEqual([])
  expect(exitCodeFor(findings)).toBe(0)
  expect(writeFindings(findings)).toMatch(/\n\d+ ✓, 0 !, 0 ✗\n$/)
})

test('a toll-free number that is verified is in order', async () => {
  const world = healthyWorld()
  tollFree(world, [verification('TWILIO_APPROVED')])
  expect(wrong(await doctorOf(world))).toEqual([])
})

describe('each misconfiguration is named, and nothing beside it', () => {
  test.each(MISCONFIGURATIONS)('%s', async (_, plant, level, says) => {
    const world = healthyWorld()
    plant(world)
    const found = wrong(await doctorOf(world))
    expect(found.map(({ what }) => what)).toEqual([expect.stringMatching(says)])
    expect(found[0]).toMatchObject({ level, todo: expect.stringMatching(/\.$/) })
    expect(exitCodeFor(found)).toBe(level === 'fail' ? 1 : 0)
  })
})

describe('what is missing is said once, and what only follows from it is not', () => {
  test.each([
    ['TWILIO_ACCOUNT_SID', /^TWILIO_ACCOUNT_SID is missing\.$/],
    ['TWILIO_AUTH_TOKEN', /^TWILIO_AUTH_TOKEN is missing\.$/],
    ['PUBLIC_URL', /^PUBLIC_URL is missing\.$/],
    ['SECRET', /^SECRET is missing\.$/],
  ])('%s', async (name, says) => {
    const world = healthyWorld()
    delete world.variables[name]
    expect(wrong(await doctorOf(world)).map(({ what }) => what)).toEqual([expect.stringMatching(says)])
  })

  test('the number', async () => {
    const world = healthyWorld()
    world.line = { ...world.line, settings: { ...world.line.settings, number: null } }
    expect(wrong(await doctorOf(world)).map(({ what }) => what)).toEqual(['line/line.yaml has no number.'])
  })

  test.each([
    ['TWILIO_ACCOUNT_SID', sid('SK'), /^TWILIO_ACCOUNT_SID must be "AC"/],
    ['TWILIO_AUTH_TOKEN', sid('AC'), /^TWILIO_AUTH_TOKEN holds a SID/],
    ['PUBLIC_URL', 'http://line.example.org', /^PUBLIC_URL must begin with https/],
  ])('a wrong %s', async (name, value, says) => {
    const world = healthyWorld()
    world.variables[name] = value
    expect(wrong(await doctorOf(world)).map(({ what }) => what)).toEqual([expect.stringMatching(says)])
  })

  test('an address that only this machine can reach', async () => {
    const world = healthyWorld()
    world.variables.PUBLIC_URL = 'http://localhost:3000'
    const found = wrong(await doctorOf(world)).map(({ about, what }) => `${about}: ${what}`)
    expect(found.filter((each) => !each.startsWith(PHONE))).toEqual([
      'address: PUBLIC_URL is http://localhost:3000, which only this machine or its network can reach.',
    ])
  })
})

test('where Twilio falls silent in the middle, one line says so and names the checks', async () => {
  const world = healthyWorld()
  world.twilio.silent.push('triggers', 'alerts')
  world.timeoutMs = 1000
  const found = wrong(await doctorOf(world))
  expect(found).toMatchObject([
    {
      level: 'fail',
      about: 'spending, errors of the last week',
      what: "Twilio's REST API did not answer within 1 seconds.",
    },
  ])
})

test('a check that Twilio refuses is left out, with its reason', async () => {
  const world = healthyWorld()
  world.twilio.refused.push('balance')
  expect(wrong(await doctorOf(world))).toMatchObject([
    { level: 'warn', about: 'money', what: 'Twilio refuses (403, error 20403, Not allowed).' },
  ])
})

test('a sub-account has no balance of its own', async () => {
  const world = healthyWorld()
  world.twilio.account.owner_account_sid = `AC${'f'.repeat(32)}`
  world.twilio.refused.push('balance')
  expect(wrong(await doctorOf(world))).toEqual([])
})

test('retries behind # in an address, and a Messaging Service that names our address, are in order', async () => {
  const world = healthyWorld()
  number(world).voice_url = 'https://line.example.org/voice#rc=2&rp=ct,5xx'
  Object.assign(service(world), {
    use_inbound_webhook_on_number: false,
    inbound_request_url: 'https://line.example.org/sms',
  })
  expect(wrong(await doctorOf(world))).toEqual([])
})
