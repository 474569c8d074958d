/** Signatures in the forms in which Twilio sends them, and the forms in which others might. */
import { createHash, createHmac } from 'node:crypto'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test, vi } from 'vitest'
import { isSigned } from '../../src/twilio/signature.ts'
import { startTestServer } from '../support/server.ts'

/** A field sent more than once is a list. */
type Fields = Readonly<Record<string, string | readonly string[]>>

const formOf = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  )

const TOKEN = '12345'
const HOST = 'https://line.example.org'

/** As Twilio's documentation describes it: the address, then each name and value in the order of the names. */
function sign(address: string, fields: Fields, token = TOKEN): string {
  const names = Object.keys(fields).sort()
  const text = names.flatMap((name) => [fields[name] ?? ''].flat().map((value) => name + value))
  return createHmac('sha1', token)
    .update(address + text.join(''))
    .digest('base64')
}

const settings = (publicUrl: string, authTokens: readonly string[] = [TOKEN]) => ({
  publicUrl,
  authTokens,
  secret: '',
  usagePassword: null,
})

const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100' }

describe('the examples that Twilio publishes are signed', () => {
  test.each<[string, string, Fields, string]>([
    [
      'in its documentation',
      'https://example.com',
      {
        CallSid: 'CA1234567890ABCDE',
        Caller: '+14158675310',
        Digits: '1234',
        From: '+14158675310',
        To: '+18005551212',
      },
      'L/OH5YylLD5NRKLltdqwSvS0BnU=',
    ],
    [
      'in its libraries, with a field that is repeated',
      'https://mycompany.com',
      { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
    ],
  ])('%s', (_case, publicUrl, fields, signature) => {
    expect(isSigned(settings(publicUrl), '/myapp.php?foo=1&bar=2', signature, formOf(fields))).toBe(true)
  })
})

describe('an address is signed', () => {
  test.each([
    ['as it is', HOST, '/voice', `${HOST}/voice`],
    ['with the port that HTTPS has anyway', HOST, '/sms', `${HOST}:443/sms`],
    [
      'with the port that HTTP has anyway',
      'http://line.example.org',
      '/sms',
      'http://line.example.org:80/sms',
    ],
    ['without its port, as for calls over HTTPS', `${HOST}:8443`, '/voice', `${HOST}/voice`],
    ['with its port, as for texts', `${HOST}:8443`, '/sms', `${HOST}:8443/sms`],
    ['below a folder', `${HOST}/line`, '/voice', `${HOST}/line/voice`],
    ['with a query', HOST, '/voice?b=2&a=1', `${HOST}/voice?b=2&a=1`],
    ['with a quote as sent', HOST, "/voice?name=o'hara", `${HOST}/voice?name=o'hara`],
    ['with a quote as a browser writes it', HOST, "/voice?name=o'hara", `${HOST}/voice?name=o%27hara`],
    ['with a quote that was rewritten on the way', HOST, '/voice?name=o%27hara', `${HOST}/voice?name=o'hara`],
    [
      'with a position',
      HOST,
      '/voice/en/slow-long/main/guess~bone~pain',
      `${HOST}/voice/en/slow-long/main/guess~bone~pain`,
    ],
  ])('%s', (_case, publicUrl, target, signed) => {
    expect(isSigned(settings(publicUrl), target, sign(signed, call), formOf(call))).toBe(true)
  })

  test.each([
    ['for another path', '/sms', `${HOST}/voice`],
    ['for another query', '/voice?a=2', `${HOST}/voice?a=1`],
    ['for another host', '/voice', 'https://evil.example.org/voice'],
    ['over HTTP', '/voice', 'http://line.example.org/voice'],
  ])('not where it is %s', (_case, target, signed) => {
    expect(isSigned(settings(HOST), target, sign(signed, call), formOf(call))).toBe(false)
  })
})

describe('fields are signed', () => {
  test.each<[string, Fields]>([
    ['none', {}],
    ['an empty one', { Body: '' }],
    ['one with spaces at its ends', { Body: '  bone ' }],
    ['one with quotes, a line break and a sign of addition', { Body: `"bone" isn't\r\n1+1` }],
    ['one in other scripts', { Body: 'hueso ñ 骨 😢' }],
    ['capitals before small letters', { b: '1', B: '2', a: '3', A: '4' }],
    ['one sent twice', { MediaUrl: ['https://a.example.org', 'https://b.example.org'] }],
    ['names like those of objects', { constructor: '1', toString: '2' }],
    ['brackets in names', { 'a[b][c]': '1' }],
    ['parameters that Twilio may add tomorrow', { ...call, StirVerstat: 'TN-Validation-Passed-A', New: 'x' }],
  ])('%s', (_case, fields) => {
    expect(isSigned(settings(HOST), '/sms', sign(`${HOST}/sms`, fields), formOf(fields))).toBe(true)
    const changed = { ...fields, Body: `${fields.Body ?? ''}!` }
    expect(isSigned(settings(HOST), '/sms', sign(`${HOST}/sms`, fields), formOf(changed))).toBe(false)
  })
})

describe('a token signs', () => {
  const signature = (token: string) => sign(`${HOST}/voice`, call, token)

  test.each([
    ['alone', ['new'], 'new', true],
    ['first of two, while it takes over', ['new', 'old'], 'new', true],
    ['last of two, while it is given up', ['new', 'old'], 'old', true],
    ['no more once it is gone from the list', ['new'], 'old', false],
  ])('%s', (_case, tokens, token, signed) => {
    expect(isSigned(settings(HOST, tokens), '/voice', signature(token), formOf(call))).toBe(signed)
  })

  test.each([undefined, '', 'no', 'A'.repeat(28), 'ä'.repeat(28), `${'A'.repeat(27)}=`])(
    'not as "%s"',
    (signature) => {
      expect(isSigned(settings(HOST), '/voice', signature, formOf(call))).toBe(false)
    },
  )

  test('not in the other spellings of its bytes, each of which would be answered and counted anew', () => {
    const canonical = signature(TOKEN)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const others = [...letters]
      .map((letter) => `${canonical.slice(0, 26)}${letter}=`)
      .filter((other) => other !== canonical)
    for (const other of others)
      expect(isSigned(settings(HOST), '/voice', other, formOf(call)), other).toBe(false)
    expect(isSigned(settings(HOST), '/voice', canonical, formOf(call))).toBe(true)
  })

  test('anything in the demo, which has none', () => {
    expect(isSigned(settings(HOST, []), '/voice', undefined, formOf(call))).toBe(true)
  })
})

describe('the phone in a browser', () => {
  const password = 'a password of a test'
  const basic = `Basic ${Buffer.from(`:${password}`).toString('base64')}`
  const story = { ...call, From: '+15555551234' }
  const open = async () => {
    const { app, counted } = await startTestServer({ usagePassword: password })
    const post = (target: string, form: Record<string, string>, headers: Record<string, string>) =>
      app.request(target, { method: 'POST', body: new URLSearchParams(form), headers })
    return {
      counted,
      sign: (path: string, form: Record<string, string>, authorization = basic) =>
        post(`/phone/signature?path=${encodeURIComponent(path)}`, form, { authorization }),
      send: async (path: string, form: Record<string, string>, signed: Response) =>
        (await post(path, form, { 'x-twilio-signature': await signed.text() })).status,
    }
  }

  test('signs what it sends from a story number, for whoever has the password', async () => {
    const { sign, send } = await open()
    expect(await send('/voice', story, await sign('/voice', story))).toBe(200)
    expect(await send('/sms', story, await sign('/voice', story))).toBe(403)
    expect((await sign('/voice', story, '')).status).toBe(401)
  })

  test('is answered as anybody, and only counted as a call or text that somebody tried', async () => {
    const { sign, send, counted } = await open()
    const steps: [string, Record<string, string>][] = [
      ['/voice', story],
      ['/voice/1/en/normal/main', { ...story, Digits: '2' }],
      ['/voice/7/en/normal/main/gone', story],
      ['/voice/fallback', story],
      ['/voice/status', { ...story, CallStatus: 'completed', CallDuration: '74' }],
      ['/sms', { ...story, Body: 'bone' }],
      ['/sms', { ...story, Body: 'ALTO' }],
      ['/sms/fallback', story],
    ]
    for (const [path, form] of steps)
      expect(await send(path, form, await sign(path, form)), path).toBeLessThan(300)
    expect(await counted()).toEqual({ rehearsal: 3 })
  })

  test('signs no form that is larger than a webhook may be, which a page elsewhere could have sent', async () => {
    const { sign } = await open()
    expect((await sign('/sms', { ...story, Body: 'a'.repeat(70_000) })).status).toBe(413)
    expect((await sign('/sms', { ...story, Body: 'a'.repeat(60_000) })).status).toBe(200)
  })

  test('signs nothing that is sent by GET', async () => {
    const { sign } = await open()
    const { app } = await startTestServer({ usagePassword: password })
    const target = `/voice?${new URLSearchParams(story)}`
    const signed = await sign(target, story)
    const headers = { 'x-twilio-signature': await signed.text() }
    expect((await app.request(target, { headers })).status).toBe(403)
    // The text that is signed ends in the fields: here they are the address of the GET.
    const whole = `${target}From${story.From}`
    expect((await app.request(whole, { headers })).status).toBe(403)
  })

  test('signs nothing from the number of a person', async () => {
    const { sign } = await open()
    for (const From of ['+13105550123', '+155555512345', '']) {
      expect((await sign('/sms', { ...call, From })).status).toBe(400)
    }
  })

  test('signs nothing that can be read as from the number of a person', async () => {
    const { sign, send } = await open()
    // To Twilio's signature both are one text: BodySTOPFrom+13105550123ZFrom+15555551234.
    const asked = { Body: 'STOPFrom+13105550123Z', From: story.From }
    const sent = { Body: 'STOP', From: '+13105550123', ZFrom: story.From }
    expect(await send('/sms', sent, await sign('/sms', asked))).toBe(403)
  })
})

describe('a webhook', () => {
  const form = 'application/x-www-form-urlencoded'
  const send = async (
    target: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
    address = target,
  ) => {
    const server = await startTestServer()
    const fields = typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : {}
    const response = await server.app.request(address, {
      method: 'POST',
      headers: { 'content-type': form, 'x-twilio-signature': sign(`${HOST}${target}`, fields), ...headers },
      body,
    })
    return { status: response.status, text: await response.text(), counted: await server.counted() }
  }
  const body = new URLSearchParams(call).toString()

  test.each([
    ["X-Forwarded-Host of the line's own name", { 'x-forwarded-host': 'line.example.org' }],
    ['X-Forwarded-Host of another', { 'x-forwarded-host': 'evil.example.org', 'x-forwarded-proto': 'http' }],
    ['Forwarded', { forwarded: 'host=evil.example.org;proto=http' }],
    ['Host of another', { host: 'evil.example.org' }],
  ])('is checked against PUBLIC_URL under %s', async (_case, headers) => {
    expect((await send('/voice', body, headers)).status).toBe(200)
    const evil = { ...headers, 'x-twilio-signature': sign('http://evil.example.org/voice', call) }
    expect((await send('/voice', body, evil)).status).toBe(403)
  })

  test('is checked without the fragment, which Twilio does not sign', async () => {
    expect((await send('/voice', body, {}, '/voice#rc=2&rp=ct,5xx')).status).toBe(200)
  })

  test.each([
    "/voice?name=o'hara",
    '/voice?name="Ohara"',
    '/voice?a=%22b%22&name=o%27hara',
    '/voice?a=<b>',
    '/voice?a={b}|`c`^d',
    '/voice/1/en/normal/main?a="b"',
    '/voice/<a>"b"{c}',
  ])('is checked with the signs of its address as Twilio signed them: %s', async (target) => {
    expect((await send(target, body, {})).status).toBe(200)
    expect((await send(target, body, { 'x-twilio-signature': sign(`${HOST}${target}!`, call) })).status).toBe(
      403,
    )
  })

  test('is checked where its address was escaped on the way', async () => {
    expect((await send('/voice?name="o"', body, {}, '/voice?name=%22o%22')).status).toBe(200)
  })

  test('may be JSON, with its hash in the address', async () => {
    const json = JSON.stringify({ ...call, MessageSid: 'SM1', Body: 'bone', FromCountry: 'US', NumMedia: 0 })
    const target = `/sms?bodySHA256=${webhooks.getExpectedBodyHash(json)}`
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(HOST + target, {}) }
    const { status, text } = await send(target, json, headers)
    expect([status, text]).toEqual([200, expect.stringContaining('Bones')])
    expect((await send(target, json.replace('bone', 'lung'), headers)).status).toBe(403)
  })

  test('in JSON is not parsed before its signature is known to be right', async () => {
    const json = JSON.stringify(
      Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`F${index}`, index])),
    )
    const target = `/sms?bodySHA256=${webhooks.getExpectedBodyHash(json)}`
    const server = await startTestServer()
    const parse = vi.spyOn(JSON, 'parse')
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': `${'A'.repeat(27)}=` }
    expect((await server.app.request(target, { method: 'POST', headers, body: json })).status).toBe(403)
    expect(
      (
        await server.app.request(target, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: json,
        })
      ).status,
    ).toBe(403)
    const signed = { ...headers, 'x-twilio-signature': sign(HOST + target, {}) }
    expect(
      (await server.app.request(target, { method: 'POST', headers: signed, body: `${json} ` })).status,
    ).toBe(403)
    expect(parse).not.toHaveBeenCalled()
    expect((await server.app.request(target, { method: 'POST', headers: signed, body: json })).status).toBe(
      200,
    )
  })

  test.each([
    ['with the bytes of the mark of UTF-8 before it', '\ufeff{"Body":"bone"}'],
    ['of half a character', '{"Body":"bone \\ud800"}'],
    ['of names like those of objects', '{"__proto__":{"Body":"x"},"constructor":1,"Body":"bone"}'],
  ])('in JSON %s is answered or refused, without an error', async (_case, json) => {
    const bytes = new TextEncoder().encode(json)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const target = `/sms?bodySHA256=${hash}`
    const server = await startTestServer()
    const headers = {
      'content-type': 'Application/JSON; charset=utf-8',
      'x-twilio-signature': sign(HOST + target, {}),
    }
    const { status } = await server.app.request(target, { method: 'POST', headers, body: bytes })
    expect([200, 400]).toContain(status)
    expect(server.errors).toEqual([])
  })

  test.each([
    [
      'that is sent twice',
      [
        ['x-twilio-signature', sign(`${HOST}/voice`, call)],
        ['x-twilio-signature', sign(`${HOST}/voice`, call)],
      ],
    ],
    [
      'beside a false one',
      [
        ['x-twilio-signature', 'A'.repeat(27)],
        ['x-twilio-signature', sign(`${HOST}/voice`, call)],
      ],
    ],
    ['with more behind it', [['x-twilio-signature', `${sign(`${HOST}/voice`, call)}x`]]],
  ])('with a signature %s is refused', async (_case, headers) => {
    const server = await startTestServer()
    const list = [['content-type', form], ...headers] as [string, string][]
    expect((await server.app.request('/voice', { method: 'POST', headers: list, body })).status).toBe(403)
  })

  const inPieces = (pieces: number, last: 'ends' | 'breaks off') =>
    new ReadableStream({
      pull(stream) {
        if (pieces-- > 0) stream.enqueue(new TextEncoder().encode('Body=bone&'.repeat(100)))
        else if (last === 'ends') stream.close()
        else stream.error(new Error('The client has gone'))
      },
    })

  test.each([
    ['over 64 KB', inPieces(100, 'ends'), 413],
    ['that break off', inPieces(2, 'breaks off'), 400],
    ['of many fields', inPieces(10, 'ends'), 400],
  ])('in pieces %s is refused, and is no error of ours', async (_case, stream, status) => {
    const server = await startTestServer()
    const init = { method: 'POST', headers: { 'content-type': form }, body: stream, duplex: 'half' as const }
    const answer = await server.app.request('/sms', init)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(/^[A-Z][^\n]*\.$/)])
    expect(server.errors).toEqual([])
  })

  const signedJson = (json: string) => {
    const target = `/sms?bodySHA256=${webhooks.getExpectedBodyHash(json)}`
    return [
      target,
      json,
      { 'content-type': 'application/json', 'x-twilio-signature': sign(HOST + target, {}) },
    ] as const
  }
  const fields = (many: number) => Array.from({ length: many }, (_, index) => `F${index}`).join('&')

  test.each([
    ['of 1 MB', ['/sms', `Body=${'x'.repeat(1_000_000)}`, {}], 413],
    ['of 10,000 fields', ['/sms', fields(10_000), {}], 400],
    ['with deep names, unsigned', ['/sms', `${'a[b]'.repeat(5000)}=1`, { 'x-twilio-signature': '' }], 403],
    ['in bytes that are no UTF-8', ['/sms', Uint8Array.of(0x42, 0x3d, 0xff, 0xfe, 0xc3), {}], 403],
    [
      'in percents that are no UTF-8',
      ['/sms', 'Body=%FF%FE&%', { 'x-twilio-signature': sign(`${HOST}/sms`, {}) }],
      403,
    ],
    ['that is compressed', ['/sms', body, { 'content-encoding': 'gzip' }], 415],
    ['that is multipart', ['/sms', body, { 'content-type': 'multipart/form-data; boundary=x' }], 415],
    ['that is JSON without its hash', ['/sms', '{}', { 'content-type': 'application/json' }], 415],
    ['that is broken JSON', signedJson('{"Body":'), 400],
    ['that is JSON but no object', signedJson('["bone"]'), 400],
    ['that is deep JSON', signedJson('['.repeat(20_000)), 400],
  ] as const)('%s is refused with one sentence', async (_case, [target, content, headers], status) => {
    const answer = await send(target, content, headers)
    expect(answer).toEqual({ status, text: expect.stringMatching(/^[A-Z][^\n]*\.$/), counted: {} })
  })

  test('of deep names that is signed is a form like any other', async () => {
    expect((await send('/sms', `${'a[b]'.repeat(500)}=1&Body=bone`, {})).text).toContain('Bones')
  })
})
