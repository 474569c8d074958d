/** Who is called for a caller: whom the line never calls, which number it shows, and who has taken the call. */
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale, otherLocale } from '../support/fixture-person.ts'
import { CALLED, CALLER, type FixtureWebhooks, startWebhooks } from '../support/fixture-webhooks.ts'

const call = { CallSid: 'CA1', From: CALLER, To: CALLED, FromCountry: 'US' }
const main = `/voice/3/${locale}/normal/main`
/** The fixture's own people. */
const PERSON = '+15555550199'
const HELPLINE = '+18005550101'

/** The line of an operator who lets the numbers of callers be shown. */
const { settings } = fixtureLine
const passing = {
  ...fixtureLine,
  settings: { ...settings, handoff: { ...settings.handoff, passNumber: true } },
}

/** On a Monday morning. */
function startStaffed(...args: Parameters<typeof startWebhooks>): FixtureWebhooks {
  const line = startWebhooks(...args)
  line.pass(36 * 60)
  return line
}
const dialIn = (xml: string) => /<Dial.*<\/Dial>/.exec(xml)?.[0] ?? ''
const said = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const urlIn = (xml: string) => /url="([^"]+)"/.exec(xml)?.[1] ?? ''
const actionIn = (xml: string) => /action="([^"]+)"/.exec(xml)?.[1] ?? ''

describe('the number that is shown', () => {
  const shown = async (fields: Record<string, string>, at = main, Digits = '0', line = passing) => {
    const xml = await startStaffed(line).post(at, { ...call, ...fields, Digits })
    expect(dialIn(xml)).not.toBe('')
    return /callerId="([^"]+)"/.exec(xml)?.[1]
  }

  test('is that of the line, unless the operator lets that of the caller be shown', async () => {
    expect(await shown({}, main, '0', fixtureLine)).toBe(CALLED)
    expect(await shown({}, `/voice/3/${locale}/normal/main/call-4`, '1', fixtureLine)).toBe(CALLED)
  })

  test('is that of the caller, where it is one', async () => {
    expect(await shown({})).toBeUndefined()
    expect(await shown({ From: '+447700900123' })).toBeUndefined()
  })

  test.each([
    'sip:alice@example.org',
    'sip:+15555550111@example.org',
    'client:jenny',
    'whatsapp:+447700900123',
    'anonymous',
    'Restricted',
    '',
    '+266696687',
    '+7378742833',
    '+2562533',
    '+86282452253',
    '72645',
    '5555550111',
    '+1555',
  ])('is that of the line for a caller from "%s"', async (From) => {
    expect(await shown({ From })).toBe(CALLED)
  })

  test('is that of the line for a call to a helpline too', async () => {
    const at = `/voice/3/${locale}/normal/main/call-4`
    expect(await shown({ From: 'client:jenny' }, at, '1')).toBe(CALLED)
  })

  test('is the number of the settings where the call came to none', async () => {
    const fields = { From: 'client:jenny', To: 'client:line' }
    expect(await shown(fields)).toBe(fixtureLine.settings.number)
  })
})

describe('a person of the line', () => {
  test.each([
    ['is the line itself', { To: PERSON }],
    ['is the line itself, as a SIP address', { To: `sip:${PERSON}@example.org;transport=tls` }],
    ['is the line itself, on WhatsApp', { To: `whatsapp:${PERSON}` }],
    ['forwarded the call', { ForwardedFrom: PERSON }],
    ['forwarded the call, written at home', { ForwardedFrom: '(555) 555-0199' }],
    ['forwarded the call, written with 00', { ForwardedFrom: '0015555550199' }],
    ['forwarded the call, as a SIP address', { ForwardedFrom: 'sip:5555550199@carrier.example' }],
    ['is the caller', { From: PERSON }],
    ['is the caller, by a telephone address', { From: 'tel:+1-555-555-0199' }],
  ])('who %s is not called: the helplines are told', async (_name, fields) => {
    const xml = await startStaffed().post(main, { ...call, ...fields, Digits: '0' })
    expect(dialIn(xml)).toBe('')
    expect(said(xml)).toMatch(/^Nobody answered\. People in the United States\./)
  })

  test('who is another number of the line is not called', async () => {
    const [number] = settings.numbers
    const handoff = { ...settings.handoff, number: number?.number ?? '' }
    const line = startStaffed({ ...fixtureLine, settings: { ...settings, handoff } })
    expect(dialIn(await line.post(main, { ...call, Digits: '0' }))).toBe('')
  })

  test.each([{ ForwardedFrom: '72645' }, { ForwardedFrom: '0199' }, { ForwardedFrom: 'anonymous' }])(
    'is called where a number only looks like theirs: %j',
    async (fields) => {
      expect(dialIn(await startStaffed().post(main, { ...call, ...fields, Digits: '0' }))).toContain(PERSON)
    },
  )

  test('of a helpline that forwarded the call is not called: the number is told again', async () => {
    const at = `/voice/3/${locale}/normal/main/call-4`
    const xml = await startStaffed().post(at, { ...call, ForwardedFrom: HELPLINE, Digits: '1' })
    expect(dialIn(xml)).toBe('')
    expect(said(xml)).toMatch(/^They could not be reached\. Cancer Line/)
  })
})

describe('a person who answers', () => {
  const callee = { ...call, CallSid: 'CA2', To: PERSON, Direction: 'outbound-dial', ParentCallSid: 'CA1' }
  const startRinging = async (language = locale) => {
    const line = startStaffed()
    const dial = await line.post(`/voice/3/${language}/normal/main`, { ...call, Digits: '0' })
    return { line, dial, question: await line.post(urlIn(dial), callee) }
  }

  test('is asked by a key, in the language of the caller, twice, and then left in peace', async () => {
    const { dial, question } = await startRinging()
    expect(dial).toContain('timeLimit="3600"')
    expect(readTwiml(question).map(({ kind }) => kind)).toEqual(['gather', 'gather', 'hangup'])
    expect(question).not.toContain('<Dial')
    expect(said(question)).toMatch(/^A call from Smallline\. To take it, press 1\./)
    expect(said((await startRinging(otherLocale)).question)).toMatch(/^مكالمة من Smallline/)
  })

  test('and presses 1 is connected, and counted as an answer once the call has ended', async () => {
    const { line, dial, question } = await startRinging()
    const taken = await line.post(actionIn(question), { ...callee, Digits: '1' })
    expect(readTwiml(taken).map(({ kind }) => kind)).toEqual(['say'])
    const ended = { DialCallStatus: 'completed', DialCallDuration: '95', DialBridged: 'true' }
    const back = await line.post(actionIn(dial), { ...call, ...ended })
    expect(said(back)).toMatch(/^You are back on Smallline\./)
    expect(line.counted).toContain(`voice ${locale} handoff answered`)
  })

  test.each([{ Digits: '2' }, { Digits: '*' }, { Digits: '11' }, {}])(
    'and presses no 1 (%j) is not',
    async (form) => {
      const { line, question } = await startRinging()
      const answer = await line.post(actionIn(question), { ...callee, ...form })
      expect(readTwiml(answer)).toEqual([{ kind: 'hangup' }])
    },
  )

  test('in a language that is none is asked in the first', async () => {
    expect(said(await startStaffed().post('/voice/screen/xx/ask', callee))).toContain(
      'A call from Smallline.',
    )
  })

  test('counts nothing and moves no call', async () => {
    const { line, question } = await startRinging()
    const before = [...line.counted]
    await line.post(actionIn(question), { ...callee, Digits: '1' })
    expect(line.counted).toEqual(before)
  })
})

describe('a voicemail, or nobody, that answers', () => {
  test.each([
    { DialCallStatus: 'completed', DialCallDuration: '3' },
    { DialCallStatus: 'completed', DialCallDuration: '24', DialBridged: 'false' },
    { DialCallStatus: 'completed', DialCallDuration: '24' },
    { DialCallStatus: 'completed', DialCallDuration: '0', DialBridged: 'true' },
    { DialCallStatus: 'busy' },
    { DialCallStatus: 'no-answer' },
    { DialCallStatus: 'failed' },
    { DialCallStatus: 'canceled' },
    { DialCallStatus: '' },
  ])('%j leaves the caller with the helplines', async (form) => {
    const line = startStaffed()
    const xml = await line.post(`/voice/4/${locale}/normal/main/person`, { ...call, ...form })
    expect(said(xml)).toMatch(/^Nobody answered\. People in the United States\./)
    expect(line.counted).toContain(`voice ${locale} handoff missed`)
  })
})
