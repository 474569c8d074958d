/** The webhooks as Twilio sends them: signed, forged, retried, odd. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { startTestServer } from '../support/server.ts'

const call = {
  CallSid: 'CA1',
  AccountSid: 'AC1',
  From: '+15555550111',
  To: '+15555550100',
  FromCountry: 'US',
  CallStatus: 'ringing',
}
const text = { MessageSid: 'SM1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

const saidIn = (xml: string) => xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a call', () => {
  test.each([
    ['English', '1', /ribs, the spine, the hips/],
    ['Spanish', '2', /costillas, la columna, la cadera/],
  ])(
    'walks in %s to the first sentence about bones, and is counted',
    async (_language, languageKey, sentence) => {
      const server = await startTestServer()
      let response = await server.post('/voice', call)
      for (const key of [languageKey, '1', '3']) {
        const [, action] = /action="([^"]+)"/.exec(await response.text()) ?? []
        response = await server.post(action as string, { ...call, CallStatus: 'in-progress', Digits: key })
      }
      expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
      expect(saidIn(await response.text())).toMatch(sentence)
      expect(
        (await server.post('/voice/status', { ...call, CallStatus: 'completed', CallDuration: '74' })).status,
      ).toBe(204)
      expect(await server.counted()).toEqual({
        call: 1,
        [`language ${languageKey === '1' ? 'en' : 'es'}`]: 1,
        'open main': 1,
        'open signs': 1,
        'open bone': 1,
        'part-begun bone': 1,
        'hang-up 60-120': 1,
      })
    },
  )

  test('that is forged or unsigned gets 403, and nothing is counted', async () => {
    const server = await startTestServer()
    const forged = await server.post('/voice', call, { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' })
    const unsigned = await server.app.request('/voice', { method: 'POST', body: new URLSearchParams(call) })
    const changed = await server.app.request('/sms', {
      method: 'POST',
      headers: { 'x-twilio-signature': 'x'.repeat(28) },
      body: new URLSearchParams(text),
    })
    expect([forged.status, unsigned.status, changed.status]).toEqual([403, 403, 403])
    expect(await server.counted()).toEqual({})
  })

  test('from an old or made-up address goes on in the main menu, in its language', async () => {
    const server = await startTestServer()
    const response = await server.post('/voice/es/normal/main/gone-3', { ...call, Digits: '1' })
    expect(saidIn(await response.text())).toContain('Menú principal')
    expect(await server.counted()).toMatchObject({ lost: 1 })
  })

  test.each([
    ['a country in the directory', 'GB', '9 9 9'],
    ['a country without helplines', 'FR', '1 1 2'],
    [
      'a country we have no numbers for',
      'AQ',
      'your local emergency number, which is 9 1 1 in the United States',
    ],
    ['an unknown country', '', '9 1 1'],
  ])('from %s hears the right emergency number', async (_name, country, number) => {
    const server = await startTestServer()
    const response = await server.post('/voice/en/normal/languages', {
      ...call,
      FromCountry: country,
      Digits: '1',
    })
    expect(saidIn(await response.text())).toContain(number)
  })

  test.each([
    ['Anonymous', 'TH'],
    ['+266696687', 'LS'],
    ['+86282452253', 'CN'],
  ])(
    'from the withheld number %s, and so from %s by Twilio, hears the numbers of the country called',
    async (From, FromCountry) => {
      const server = await startTestServer()
      const withheld = { ...call, From, FromCountry, ToCountry: 'US' }
      const menu = await server.post('/voice/1/en/normal/languages', { ...withheld, Digits: '1' })
      expect(saidIn(await menu.text())).toContain('hang up and call 9 1 1')
      const person = await server.post('/voice/2/en/normal/main', { ...withheld, Digits: '0' })
      expect(saidIn(await person.text())).toContain('988 Suicide and Crisis Lifeline')
    },
  )
})

describe('a text', () => {
  test.each([
    ['BONE', /^Bones\n.*new pain/s],
    ['bones?', /^Bones\n/],
    ['HUESO', /^Huesos\n.*dolor nuevo/s],
    ['21', /^Bones\n/],
    ['ESPAÑOL', /Plainline.*\n1 Urgencias/],
    ['hola', /Plainline.*\n1 Urgencias/],
    ['asdfgh', /^Sorry, I do not know about that\..*MENU.*\n.*911/s],
    ['xxxx', /Plainline.*\n1 Urgent signs/],
    ['', /Plainline.*\n1 Urgent signs/],
  ])('"%s" is answered', async (words, reply) => {
    const server = await startTestServer()
    expect(await replyTo(server, words)).toMatch(reply)
  })

  test('goes on with MORE, a digit and a word, by the cookie of the conversation', async () => {
    const server = await startTestServer()
    let response = await server.post('/sms', { ...text, Body: 'bone' })
    const cookie = () => ({ cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] as string })
    response = await server.post('/sms', { ...text, MessageSid: 'SM2', Body: 'More.' }, cookie())
    expect(await response.clone().text()).toContain('MORE')
    response = await server.post('/sms', { ...text, MessageSid: 'SM3', Body: 'MENU' }, cookie())
    response = await server.post('/sms', { ...text, MessageSid: 'SM4', Body: '２' }, cookie())
    expect(await response.clone().text()).toContain('Head')
    response = await server.post('/sms', { ...text, MessageSid: 'SM5', Body: 'español' }, cookie())
    expect(await response.text()).toContain('Cabeza')
  })

  test('with a forged cookie is read by its words alone', async () => {
    const server = await startTestServer()
    const response = await server.post(
      '/sms',
      { ...text, Body: 'MORE' },
      { cookie: 'place=en%2Fnormal%2Fmain%2Fbone.AAAA' },
    )
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('MORE')
  })

  test.each([
    'STOP',
    ' stopall ',
    'Unsubscribe',
    'CANCEL',
    'end',
    'Quit',
    'REVOKE',
    'optout',
    'START',
    'yes',
    'UNSTOP',
    'help',
    'INFO',
  ])('"%s" belongs to the carrier, so the line stays silent', async (words) => {
    const server = await startTestServer()
    expect(readTwiml(await (await server.post('/sms', { ...text, Body: words })).text())).toEqual([])
  })

  test('that Twilio marks as an opt-out stays unanswered', async () => {
    const server = await startTestServer()
    expect(
      readTwiml(await (await server.post('/sms', { ...text, Body: 'ARRET', OptOutType: 'STOP' })).text()),
    ).toEqual([])
  })

  test.each([
    ['stop treatment', /stopping treatment/i],
    ['I want to die at home', /last days|hospice/i],
  ])('"%s" is a question, not an opt-out', async (words, reply) => {
    const server = await startTestServer()
    expect(await replyTo(server, words)).toMatch(reply)
  })
})

describe('anything else', () => {
  const odd = [
    ['a withheld number', { ...call, From: 'anonymous' }],
    ['no fields at all', {}],
    ['a called number that is none', { ...call, To: 'sip:line@example.org' }],
    ['a field of 1,600 characters', { ...text, Body: 'pain '.repeat(320) }],
    ['emoji', { ...text, Body: '😢🦴' }],
    ['control characters', { ...text, Body: '\u0000\u0007\u001b[2J' }],
    ['a lone surrogate', { ...text, Body: '\ud800 bone' }],
    ['names like those of objects', { ...text, Body: '__proto__', constructor: '1', toString: '1' }],
    ['keys in other scripts', { ...call, Digits: '٢' }],
    ['several keys', { ...call, Digits: '99' }],
    ['a country that is none', { ...call, FromCountry: '<script>' }],
  ] as const

  test.each(odd)('%s gets TwiML that can be said', async (_name, form) => {
    const server = await startTestServer()
    for (const path of ['/voice', '/voice/en/normal/main', '/voice/en/normal/main/bone', '/sms']) {
      const response = await server.post(path, form as Record<string, string>)
      expect(response.status, path).toBe(200)
      expect(readTwiml(await response.text()).length, path).toBeGreaterThan(0)
    }
    expect(server.errors).toEqual([])
  })

  test.each([
    [
      'a body that is no form',
      '/sms',
      { headers: { 'content-type': 'application/json' }, body: '{"Body":"BONE"}' },
      415,
    ],
    ['a body over 64 KB', '/sms', { body: new URLSearchParams({ Body: 'x'.repeat(70_000) }) }, 413],
    [
      'bad percent encoding',
      '/sms',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'Body=%E0%A4%A&%' },
      403,
    ],
    ['an unknown address', '/elsewhere', { body: '' }, 404],
  ])('%s gets one plain line', async (_name, path, init, status) => {
    const server = await startTestServer()
    const response = await server.app.request(path, { method: 'POST', ...init })
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(/^[A-Z][^\n]*\.$/)
    expect(await server.counted()).toEqual({})
  })

  test('that fails inside is answered with an apology and the emergency number', async () => {
    const { line } = await import('../support/line.ts')
    const broken = { ...line, nodes: { ...line.nodes, bone: { ...line.nodes.bone, parts: null } as never } }
    const server = await startTestServer({ line: broken })
    const response = await server.post('/voice/es/normal/main/bone', { ...call, Digits: '8' })
    const apology = await response.text()
    expect(saidIn(apology)).toMatch(/Algo falló.*9 1 1/)
    const [, again] = /<Redirect[^>]*>([^<]+)/.exec(apology) ?? []
    const menu = saidIn(await (await server.post(again as string, call)).text())
    expect(menu).toContain('Menú principal')
    expect(menu).not.toContain('Tómese su tiempo')
    expect(await replyTo(server, 'BONE')).toMatch(/911/)
    expect(server.errors.length).toBe(2)
    expect(await server.counted()).toEqual({ trouble: 2 })
  })

  test('the fallback addresses answer with numbers to call', async () => {
    const server = await startTestServer()
    expect(
      saidIn(await (await server.post('/voice/fallback', { ...call, ErrorCode: '11200' })).text()),
    ).toMatch(/9 1 1.*9 8 8/)
    expect(await (await server.post('/sms/fallback', text)).text()).toMatch(/911[\s\S]*988/)
  })
})

describe('no number, name or message', () => {
  test('is in the database', async () => {
    const server = await startTestServer()
    const secret = {
      From: '+15555577391',
      CallerName: 'ZEBRAFINCH',
      Body: 'zebrafinch my back hurts',
      MessageSid: 'SMzebrafinch',
    }
    await server.post('/sms', { ...text, ...secret })
    await server.post('/voice/en/normal/main', {
      ...call,
      ...secret,
      SpeechResult: 'zebrafinch',
      CallSid: 'CAzebrafinch',
    })
    await server.usage.flush()
    const stored = ['', '-wal'].map((end) => {
      try {
        return readFileSync(server.databaseFile + end, 'latin1')
      } catch {
        return ''
      }
    })
    expect(stored.join('').length).toBeGreaterThan(4000)
    expect(stored.join('')).not.toMatch(/zebrafinch|5577391/i)
  })
})

async function replyTo(server: Awaited<ReturnType<typeof startTestServer>>, words: string): Promise<string> {
  const [message] = readTwiml(await (await server.post('/sms', { ...text, Body: words })).text())
  return message?.kind === 'message' ? message.body : ''
}
