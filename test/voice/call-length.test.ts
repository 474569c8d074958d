/** Every call ends, also one in which no person is; a person who listens for hours is not cut off. */
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { fixtureLine } from '../support/fixture.ts'
import { CALLED, CALLER, type FixtureWebhooks, startWebhooks } from '../support/fixture-webhooks.ts'

type Form = Readonly<Record<string, string>>

const call = { CallSid: 'CA1', From: CALLER, To: CALLED, FromCountry: 'US' }
const { main, settings } = fixtureLine
const [locale] = settings.locales
/** From Saturday night to Monday morning, when somebody of the line can be called. */
const UNTIL_MONDAY = 36 * 60

interface Walk {
  /** The steps until the call ended; Infinity where it did not. */
  readonly steps: number
  readonly dials: number
  /** The last document. */
  readonly xml: string
}

/** A call in which the n-th step is what `act` says, and takes so many minutes; it may begin at a later step. */
async function walk(
  line: FixtureWebhooks,
  act: (step: number) => Form,
  { minutes = 0, most = 2500, from = 1 } = {},
): Promise<Walk> {
  let xml = (await line.post('/voice', call)).replaceAll('/voice/1/', `/voice/${from}/`)
  const cookieNow = () => (line.response().headers.get('set-cookie') ?? '').split(';')[0]
  let cookie = cookieNow() ?? ''
  let dials = 0
  for (let step = 1; step <= most; step += 1) {
    const last = readTwiml(xml).at(-1)
    if (last?.kind === 'hangup') return { steps: step - 1, dials, xml }
    if (last?.kind === 'dial') dials += 1
    const form = last?.kind === 'dial' ? { DialCallStatus: 'no-answer' } : act(step)
    line.pass(minutes)
    xml = await line.post(/action="([^"]+)"/.exec(xml)?.[1] ?? '', { ...call, ...form }, { cookie })
    cookie = cookieNow() || cookie
  }
  return { steps: Number.POSITIVE_INFINITY, dials, xml }
}

const said = (xml: string) => xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const key = (Digits: string) => () => ({ Digits })
const alternately =
  (...forms: readonly Form[]) =>
  (step: number) =>
    forms[step % forms.length] ?? {}
const noise = { SpeechResult: 'qqqq' }

const robots: readonly (readonly [string, (step: number) => Form])[] = [
  ...[...'0123456789*#'].map((each) => [`a stuck key ${each}`, key(each)] as const),
  ['a key that no telephone has', key('A')],
  ['a television', () => noise],
  ['a television that talks about bones', () => ({ SpeechResult: 'bones' })],
  ['silence in turn with noise', alternately({}, noise)],
  ['noise, then silence twice', alternately(noise, {}, {})],
  ['two keys in turn', alternately({ Digits: '1' }, { Digits: '*' })],
  ['all keys in turn', (step) => ({ Digits: '0123456789*#'[step % 12] ?? '' })],
  [
    'another menu that says its options',
    alternately({ SpeechResult: 'for sales press one' }, { SpeechResult: 'to hear this again press eight' }),
  ],
  ['a machine that asks for a person', () => ({ SpeechResult: 'operator' })],
  ['a machine that thanks', () => ({ SpeechResult: 'thank you' })],
  ['a fax machine', alternately({}, { SpeechResult: 'beep' })],
]

describe('a call without a person', () => {
  test.each(robots)(
    'by %s is told at the end where help is, and calls nobody for ever',
    async (_name, act) => {
      const line = startWebhooks()
      line.pass(UNTIL_MONDAY)
      // The last part of the call: all before goes on in the same way.
      const { steps, dials, xml } = await walk(line, act, { from: 351 })
      expect(steps).toBeLessThanOrEqual(150)
      expect(dials).toBeLessThanOrEqual(8)
      expect(said(xml)).toMatch(/9 1 1.*9 8 8/)
    },
  )

  test('from its first step to its last has five hundred', async () => {
    const { steps, xml } = await walk(startWebhooks(), key('8'))
    expect(steps).toBe(500)
    expect(said(xml)).toMatch(
      /^ This call has been long\. In an emergency, call 9 1 1\. If you cannot go on, call 9 8 8\. Goodbye, and take care\./,
    )
  })

  test('rings the people of the line twice at most', async () => {
    const line = startWebhooks()
    line.pass(UNTIL_MONDAY)
    expect((await walk(line, (step) => (step === 1 ? { Digits: '1' } : noise))).dials).toBe(2)
    expect((await walk(line, key('0'), { from: 400 })).dials).toBe(2)
  })
})

test('noise ends a call in a quarter of the steps that a person has', async () => {
  expect((await walk(startWebhooks(), () => noise, { from: 101 })).steps).toBe(101)
})

describe('a person', () => {
  test('who says one word and then only listens hears the topic to its end, its choices, and a goodbye', async () => {
    const { steps, xml } = await walk(startWebhooks(), (step) => (step === 1 ? { SpeechResult: 'bone' } : {}))
    expect(steps).toBe(5)
    expect(said(xml)).toContain('Goodbye, and take care.')
  })

  const listener = alternately({ Digits: '1' }, { Digits: '8' }, { Digits: '#' }, { Digits: '*' })

  test('who hears nothing new for half an hour is told so kindly, and counted', async () => {
    const line = startWebhooks()
    const { steps, xml } = await walk(line, listener, { minutes: 1 })
    // The last place that is new comes in the fourth minute.
    expect(steps).toBe(34)
    expect(said(xml)).toContain('This call has been long.')
    expect(line.counted.at(-1)).toBe(`voice ${locale} overlong`)
  })

  const talked = { DialCallStatus: 'completed', DialCallDuration: '3600', DialBridged: 'true' }
  test.each<[string, readonly (readonly [minutes: number, place: string, form: Form])[]]>([
    [
      'who hears something new now and then',
      ['body', 'body/bone', 'body/bone-2', 'call', 'ways'].map((place) => [20, place, { Digits: '8' }]),
    ],
    [
      'who talked with a person for an hour',
      [
        [70, 'person', talked],
        [29, 'body', { Digits: '8' }],
      ],
    ],
  ])('%s is not cut off', async (_name, steps) => {
    const line = startWebhooks()
    const cookieNow = () => (line.response().headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    await line.post('/voice', call)
    let cookie = cookieNow()
    for (const [minutes, place, form] of steps) {
      line.pass(minutes)
      const at = `/voice/3/${locale}/normal/${main}/${place}`
      expect(said(await line.post(at, { ...call, ...form }, { cookie }))).not.toContain('has been long')
      cookie = cookieNow() || cookie
    }
    line.pass(31)
    const xml = await line.post(`/voice/3/${locale}/normal/${main}`, { ...call, Digits: '8' }, { cookie })
    expect(said(xml)).toContain('This call has been long.')
  })

  test('is cut off after three hours in any case', async () => {
    const settings = { ...fixtureLine.settings, endLoopAfter: 180 }
    const { steps } = await walk(startWebhooks({ ...fixtureLine, settings }), listener, { minutes: 1 })
    expect(steps).toBe(180)
  })

  test('whose call comes without the cookie is limited by steps alone', async () => {
    const line = startWebhooks()
    line.pass(600)
    const xml = await line.post(`/voice/3/${locale}/normal/${main}`, { ...call, Digits: '1' })
    expect(readTwiml(xml).at(-1)?.kind).toBe('redirect')
  })

  test('who cries for help at the end of a long call is helped, and heard once more', async () => {
    const line = startWebhooks()
    const at = `/voice/600/${locale}/normal/${main}`
    const xml = await line.post(at, { ...call, SpeechResult: 'I want to die' })
    expect(said(xml)).toContain('You matter.')
    expect(readTwiml(xml).at(-1)?.kind).toBe('redirect')
    expect(said(await line.post(at, { ...call, Digits: '1' }))).toContain('This call has been long.')
  })

  test('of a country without helplines hears the emergency number at the end', async () => {
    const at = `/voice/600/${locale}/normal/${main}`
    const xml = await startWebhooks().post(at, { ...call, FromCountry: 'FR', Digits: '1' })
    expect(said(xml)).toContain('your local emergency number')
  })
})
