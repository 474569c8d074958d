/** Whatever people press, say, text or leave unsaid, and whatever else is sent: there is an answer, and a way on. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FormFields, postBy } from '../../src/simulator/transport.ts'
import { readTwiml, type Verb } from '../../src/simulator/twiml.ts'
import { countSegments } from '../../src/sms/segments.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { locales, line as realLine, slugs } from '../support/line.ts'

const { settings } = realLine
const line = {
  ...realLine,
  settings: { ...settings, handoff: { ...settings.handoff, number: '+15555550199' } },
}
/** Throws where the line would apologise. Its clock runs through hours and days. */
const app = createDemoApp(line)
const post = postBy(app.request)

const voices = Object.fromEntries(
  locales.map((locale) => [locale, line.locales[locale]?.settings.voice?.language]),
)
const vocabulary = [...line.finder.keywords.meanings].flatMap(([term, meanings]) =>
  meanings.some(({ kind }) => kind === 'locale') ? [] : term,
)
const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    // Half a character, as a phone may cut it.
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength,
    }),
  )
const sentence = fc
  .array(fc.oneof(fc.constantFrom(...vocabulary), anyText(8)), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))

const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...locales),
      fc.constantFrom('normal', 'slow', 'slow-long', 'normal-silence2', 'normal-long-key3', 'slow-silence9'),
      fc.array(
        fc
          .tuple(fc.constantFrom(...slugs), fc.constantFrom('', '-2', '-7', '-99', '~bone~lung'))
          .map((step) => step.join('')),
        { minLength: 1, maxLength: 9 },
      ),
    )
    .map(([locale, manner, trail]) => [locale, manner, ...trail].join('/')),
  fc.webPath().map((path) => `${path}/`.replace(/^\/+/, 'x')),
)

type Deed = { readonly form: FormFields } | { readonly jump: string }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'0123456789*#').map((key) => ({ form: { Digits: key } })) },
  { weight: 2, arbitrary: fc.constant({ form: {} }) },
  { weight: 2, arbitrary: sentence.map((words) => ({ form: { SpeechResult: words } })) },
  { weight: 1, arbitrary: anyText(3).map((keys) => ({ form: { Digits: keys } })) },
  { weight: 1, arbitrary: address.map((path) => ({ jump: `/voice/7/${path}` })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('completed', 'no-answer', 'zzz')
      .map((status) => ({ form: { DialCallStatus: status } })),
  },
)

interface Answer {
  readonly verbs: readonly Verb[]
  /** Where it leads; null where it ends the call. */
  readonly to: string | null
}

async function go(to: string, form: FormFields): Promise<Answer> {
  const { status, body } = await post(to, { To: '+15555550100', FromCountry: 'US', ...form }, null)
  expect(status).toBe(200)
  const verbs = readTwiml(body)
  const last = verbs.at(-1)
  return { verbs, to: last?.kind === 'redirect' ? last.to : last?.kind === 'dial' ? last.action : null }
}

const localeIn = (to: string) => to.split('/')[3] as string
const nodeIn = (to: string) => to.split('/').at(-1)?.split(/[-~]/)[0]

describe('any sequence of keys, words, silences and jumps', () => {
  test('is answered in the language chosen, and leaves a person, a way back and an end within reach', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...locales),
        fc.array(deed, { maxLength: 12 }),
        async (locale, deeds) => {
          let at = `/voice/1/${locale}/normal/main`
          for (const next of deeds) {
            if ('jump' in next) at = next.jump
            const { verbs, to } = await go(at, 'form' in next ? next.form : {})
            const wasChoice = nodeIn(at) === line.start
            const before = locales.includes(localeIn(at)) ? localeIn(at) : (locales[0] as string)
            const after = to ? localeIn(to) : before
            if (!wasChoice) expect(after).toBe(before)
            const spoken = verbs.flatMap((verb) =>
              verb.kind === 'say'
                ? verb.language
                : verb.kind === 'gather'
                  ? verb.says.map(({ language }) => language)
                  : [],
            )
            if (!to || nodeIn(to) !== line.start)
              for (const language of spoken) expect(language).toBe(voices[after])
            // Who has been hung up on calls again.
            at = to ?? `/voice/1/${after}/normal/main`
          }
          await expectWaysOn(at)
        },
      ),
      { numRuns: 50 },
    )
  })
})

/** A call that nobody answers goes on through the parts of a topic, and then asks. */
const MOST_SILENCES = 40

async function expectWaysOn(reached: string): Promise<void> {
  // After the first digit of a topic's number, 0 is the second.
  const at = reached.includes(`/${line.number}_`)
    ? ((await go(reached, { Digits: '*' })).to as string)
    : reached
  const person = await go(at, { Digits: '0' })
  expect(person.verbs.at(-1)?.kind === 'dial' || nodeIn(person.to ?? '') === line.helplines).toBe(true)
  let back = at
  for (let times = 0; times < 10; times += 1) back = (await go(back, { Digits: '*' })).to as string
  expect([line.main, line.start]).toContain(nodeIn(back))
  let waiting: string | null = at
  for (let times = 0; times < MOST_SILENCES && waiting; times += 1) {
    const { verbs, to }: Answer = await go(waiting, {})
    // Somebody is called at last, and does not answer; then the caller says nothing any more.
    waiting = to && verbs.at(-1)?.kind === 'dial' ? (await go(to, { DialCallStatus: 'no-answer' })).to : to
  }
  expect(waiting).toBeNull()
}

describe('any text', () => {
  test('gets at most one reply, well-formed, of at most four segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyText(1600), sentence),
        fc.constantFrom('US', 'GB', 'IN', ''),
        async (words, country) => {
          const { status, body } = await post(
            '/sms',
            { From: '+15555550111', FromCountry: country, Body: words },
            null,
          )
          expect(status).toBe(200)
          const replies = readTwiml(body)
          expect(replies.length).toBeLessThanOrEqual(1)
          for (const reply of replies)
            expect(countSegments(reply.kind === 'message' ? reply.body : '')).toBeLessThanOrEqual(4)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('any form', () => {
  const name = fc.oneof(
    fc.constantFrom(
      ...[
        'From',
        'To',
        'FromCountry',
        'Digits',
        'SpeechResult',
        'DialCallStatus',
        'CallStatus',
        'CallDuration',
      ],
      ...['Body', 'NumMedia', 'OptOutType', 'MessageSid', 'CallSid', '__proto__', 'constructor', 'toString'],
    ),
    anyText(20),
  )
  const value = fc.oneof(
    anyText(40),
    fc.nat({ max: 60_000 }).map((length) => '%'.repeat(length)),
  )
  const body = fc.oneof(
    fc
      .array(fc.tuple(name, value), { maxLength: 20 })
      .map((fields) => new URLSearchParams(fields).toString()),
    fc
      .array(fc.tuple(name, value), { maxLength: 20 })
      .map((fields) => fields.map((field) => field.join('=')).join('&')),
    fc.uint8Array({ maxLength: 2000 }),
    fc.nat({ max: 100_000 }).map((length) => 'a[b]='.repeat(length)),
  )
  const path = fc.oneof(
    fc.constantFrom('/voice', '/voice/status', '/voice/fallback', '/sms', '/sms/fallback'),
    address.map((at) => `/voice/7/${at}`),
  )
  const type = fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain', '')

  test('at any address gets 2xx or 4xx, and TwiML that can be performed', async () => {
    await fc.assert(
      fc.asyncProperty(path, body, type, async (at, form, contentType) => {
        const response = await app.request(at, {
          method: 'POST',
          headers: contentType ? { 'content-type': contentType } : {},
          body: form as string | Uint8Array<ArrayBuffer>,
        })
        const answer = await response.text()
        expect([2, 4]).toContain(Math.floor(response.status / 100))
        if (response.headers.get('content-type')?.startsWith('text/xml')) readTwiml(answer)
        else expect(answer).toMatch(/^([A-Z][^\n]*\.)?$/)
      }),
      { numRuns: 150 },
    )
  })
})
