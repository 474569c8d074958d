/** `/operate`, as an operator uses it, and as somebody else tries to. */
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/authored/result.ts'
import { AS_USUAL, type Today } from '../../src/flow/today.ts'
import { saveToday } from '../../src/today/rows.ts'
import { fixtureLine } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const PASSWORD = 'a password of a test'
const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`
const OURS = { authorization, origin: 'https://line.example.org', 'sec-fetch-site': 'same-origin' }
const NOW = '2026-12-03T15:00:00Z'
const ANNOUNCE = { 'words.en': 'The office is closed on Friday.', until: '2026-12-04' }
const NUMBER = '+12165550142'

async function startOperate(more: Parameters<typeof startTestServer>[0] = {}) {
  let time = Date.parse(NOW)
  const server = await startTestServer({
    line: fixtureLine,
    usagePassword: PASSWORD,
    now: () => new Date(time),
    ...more,
  })
  const open = async (query = '', headers: Record<string, string> = { authorization }) => {
    const response = await server.app.request(`/operate${query}`, { headers })
    return { response, html: await response.text() }
  }
  const fieldsOf = (html: string) => {
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
    return { token: hidden('token'), version: hidden('version'), people: 'as-usual', do: 'save' }
  }
  const send = async (fields: Record<string, string>, headers: Record<string, string> = OURS) => {
    const response = await server.app.request('/operate?language=en', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
    return { response, html: await response.text() }
  }
  return {
    ...server,
    open,
    send,
    /** The form as it stands, with these fields filled in. */
    fill: async (fields: Record<string, string>, headers?: Record<string, string>) =>
      send({ ...fieldsOf((await open()).html), ...fields }, headers),
    fieldsOf,
    pass: (to: string) => {
      time = Date.parse(to)
    },
    stored: async (): Promise<Today> => JSON.parse((await server.usage.readToday())?.switches ?? 'null'),
    text: async (Body: string) => {
      const form = {
        MessageSid: `SM${Body}`,
        From: '+15555577391',
        To: '+15555550100',
        FromCountry: 'US',
        Body,
      }
      return (await server.post('/sms', form)).text()
    },
  }
}

describe('the page', () => {
  test('is only for who has the password, and is kept nowhere', async () => {
    const { app, open, send } = await startOperate()
    expect((await app.request('/operate')).status).toBe(401)
    expect((await send(ANNOUNCE, { ...OURS, authorization: '' })).response.status).toBe(401)
    const { response } = await open()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
    const { app: without } = await startTestServer({ line: fixtureLine })
    expect((await without.request('/operate')).status).toBe(404)
  })

  test('is open in the demo, which only this machine can reach', async () => {
    const server = await startTestServer({
      line: fixtureLine,
      settings: { authTokens: [], publicUrl: null },
      now: () => new Date(NOW),
    })
    expect((await server.app.request('/operate')).status).toBe(200)
  })

  test('says that everything is as usual, and what people hear and read', async () => {
    const { html } = await (await startOperate()).open()
    expect(html).toContain('operate.asUsual')
    expect(html).toContain('In an emergency, call 9 1 1.')
    expect(html).toContain('Smallline: texts about cancer.')
    expect(html).toContain('Mon-Fri 9:00 AM-5:00 PM, New York')
  })
})

describe('what is saved', () => {
  test('is on the line with the next message, and the page says what has changed', async () => {
    const { fill, open, text, stored } = await startOperate()
    const { response } = await fill({ ...ANNOUNCE, off: 'bone' })
    expect(response.status).toBe(303)
    expect(await text('bone')).toContain('Note: The office is closed on Friday.\nThis topic is off today.')
    expect(await stored()).toEqual({
      ...AS_USUAL,
      announcement: { until: '2026-12-04', words: { en: 'The office is closed on Friday.' } },
      off: ['bone'],
    })
    const { html } = await open(String(response.headers.get('location')).replace('/operate', ''))
    expect(html).toContain('en operate.saved en operate.announcement, en operate.off')
    expect(html).toContain('en operate.within 10')
    expect(html).toContain('Please note: The office is closed on Friday.')
    // A language without words for it is named.
    expect(html).toContain('en operate.silent Kreyòl')
    expect(html).toMatch(/value="bone" checked/)
  })

  test('stands in the form the next time, until it ends', async () => {
    const { fill, open, pass } = await startOperate()
    await fill({
      ...ANNOUNCE,
      time: '17:00',
      people: 'closed',
      peopleUntil: '2026-12-20',
      holidays: '2026-12-24',
    })
    const { html } = await open()
    expect(html).toMatch(/<textarea[^>]*name="words.en"[^>]*>The office is closed on Friday\.</)
    expect(html).toMatch(/name="until"[^>]*value="2026-12-04"/)
    expect(html).toMatch(/name="time" value="17:00"/)
    expect(html).toMatch(/value="closed" checked/)
    expect(html).toContain('2026-12-24</textarea>')
    pass('2026-12-04T22:00:00Z')
    const later = (await open()).html
    expect(later).not.toContain('The office is closed on Friday.')
    expect(later).toContain('en operate.people, en operate.holidays')
  })

  test('is what somebody means: marks of typography, spaces in a number, dates in a row', async () => {
    const { fill, stored } = await startOperate()
    await fill({
      'words.en': ' We’re closed –\r\n call “later”… ',
      until: '2026-12-04',
      number: '+1 (216) 555-0142',
      holidays: '2026-12-25, 2026-12-24',
    })
    expect(await stored()).toMatchObject({
      announcement: { words: { en: 'We\'re closed - call "later"...' } },
      number: NUMBER,
      holidays: ['2026-12-24', '2026-12-25'],
    })
  })

  test('is nothing where nothing was changed', async () => {
    const { fill, usage } = await startOperate()
    const { response, html } = await fill({})
    expect(response.status).toBe(200)
    expect(html).toContain('operate.nothingChanged')
    expect(await usage.readToday()).toBeNull()
  })

  test('is shown first where somebody asks for that, and not saved', async () => {
    const { fill, send, fieldsOf, usage, text } = await startOperate()
    const { response, html } = await fill({ ...ANNOUNCE, do: 'preview' })
    expect(response.status).toBe(200)
    expect(html).toMatch(/<h2 tabindex="-1" autofocus="">en operate\.then/)
    expect(html).toContain('Please note: The office is closed on Friday.')
    expect(await usage.readToday()).toBeNull()
    expect(await text('bone')).not.toContain('closed')
    // It can be saved from there.
    expect((await send({ ...fieldsOf(html), ...ANNOUNCE })).response.status).toBe(303)
  })
})

describe('what is wrong', () => {
  const LONG = 'The office is closed on Friday because of the storm and the flood. '
  test.each([
    ['an announcement without an end', { 'words.en': 'Closed.' }, 'until', 'operate.noEnd'],
    ['an end that is past', { ...ANNOUNCE, until: '2026-12-02' }, 'until', 'operate.past 2026-12-02'],
    [
      'an hour that is past',
      { ...ANNOUNCE, until: '2026-12-03', time: '09:59' },
      'until',
      'operate.past 2026-12-03 09:59',
    ],
    ['an end next year', { ...ANNOUNCE, until: '2027-12-04' }, 'until', 'operate.tooFar 2027-12-04 92'],
    ['an end that is no date', { ...ANNOUNCE, until: 'Friday' }, 'until', 'operate.noDate Friday'],
    [
      'an end in the time of London',
      { ...ANNOUNCE, time: '17:00Z' },
      'until',
      'operate.noDate 2026-12-04 17:00Z',
    ],
    [
      'a day that is not in the calendar',
      { ...ANNOUNCE, until: '2026-02-30' },
      'until',
      'operate.noDate 2026-02-30',
    ],
    [
      'words too long for a text',
      { ...ANNOUNCE, 'words.en': LONG.repeat(3) },
      'words.en',
      'operate.tooManyLetters 146',
    ],
    [
      'words too long to say',
      { ...ANNOUNCE, 'words.en': 'We go on. '.repeat(14) },
      'words.en',
      'operate.tooLong 24 20',
    ],
    ['letters that cost', { ...ANNOUNCE, 'words.en': 'Closed ☃' }, 'words.en', 'operate.costlyLetters ☃'],
    ['marks of a program', { ...ANNOUNCE, 'words.en': 'Hi {{name}}' }, 'words.en', 'operate.marks'],
    ['what XML cannot hold', { ...ANNOUNCE, 'words.en': 'Closed.\uffff' }, 'words.en', 'operate.marks'],
    ['a mark of the line', { ...ANNOUNCE, 'words.en': '\ue000Closed' }, 'words.en', 'operate.marks'],
    [
      'a whole page that somebody has pasted',
      { ...ANNOUNCE, 'words.en': LONG.repeat(400) },
      'words.en',
      'operate.tooManyLetters 146',
    ],
    ['a topic that there is not', { off: 'main' }, 'off', 'operate.noTopic main'],
    [
      'people open for a week',
      { people: 'open', peopleUntil: '2026-12-10' },
      'peopleUntil',
      'operate.tooFar 2026-12-10 2',
    ],
    ['people closed without an end', { people: 'closed' }, 'peopleUntil', 'operate.noEnd'],
    ['a holiday that is no date', { holidays: '24.12.2026' }, 'holidays', 'operate.noDate 24.12.2026'],
    ['a holiday that is past', { holidays: '2026-12-02' }, 'holidays', 'operate.past 2026-12-02'],
    ['half a number', { number: '555-0142' }, 'number', 'operate.noNumber'],
    ['a number of the line itself', { number: '+1 555 555 0101' }, 'number', 'operate.ownNumber'],
  ])(
    'is said at its field, and in a summary that gets the focus: %s',
    async (_case, fields, field, sentence) => {
      const { fill, usage } = await startOperate()
      const began = performance.now()
      const { response, html } = await fill({ ...fields })
      // The page that somebody has pasted took 17 seconds, and calls waited.
      expect(performance.now() - began).toBeLessThan(4000)
      expect(response.status).toBe(400)
      expect(html).toMatch(/<div role="alert" class="problem" tabindex="-1" autofocus/)
      expect(html).toContain(`<a href="#${field}">en ${sentence}`)
      expect(html).toContain(`id="${field}-problem">en ${sentence}`)
      expect(html).toContain(`id="${field}"`)
      expect(await usage.readToday()).toBeNull()
    },
  )
})

describe('a form that is forged', () => {
  test.each([
    [
      'comes from another site',
      { ...OURS, origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'comes from a sibling site',
      { ...OURS, origin: 'https://other.example.org', 'sec-fetch-site': 'same-site' },
    ],
    ['hides where it comes from', { authorization, origin: 'null' }],
    ['says nothing of where it comes from', { authorization }],
  ])('is refused where it %s', async (_case, headers) => {
    const { fill, usage } = await startOperate()
    const { response, html } = await fill(ANNOUNCE, headers)
    expect(response.status).toBe(403)
    expect(html).toMatch(/info\.otherSite https?:\/\/\S+\/operate/)
    // Nor is what it says put into the form, which the operator might then save.
    expect(html).not.toContain('The office is closed on Friday.')
    expect(await usage.readToday()).toBeNull()
  })

  test('is refused without the token of this page, or with an old one, and keeps what was written', async () => {
    const { fill, open, send, fieldsOf, usage, pass } = await startOperate()
    for (const token of ['', 'nonsense', `${Date.parse(NOW)}.AAAA`]) {
      const { response, html } = await fill({ ...ANNOUNCE, token })
      expect(response.status).toBe(403)
      expect(html).toContain('operate.expired')
      expect(html).toContain('The office is closed on Friday.')
    }
    const { html } = await open()
    pass('2026-12-04T03:00:01Z')
    expect((await send({ ...fieldsOf(html), ...ANNOUNCE })).response.status).toBe(403)
    expect(await usage.readToday()).toBeNull()
  })

  test('is refused where it is very long', async () => {
    const { fill } = await startOperate()
    expect((await fill({ 'words.en': 'a'.repeat(40_000) })).response.status).toBe(413)
  })
})

describe('two operators at once', () => {
  test('the second is refused, and shown what stands now and what they had written', async () => {
    const { open, send, fieldsOf, stored } = await startOperate()
    const [first, second] = [fieldsOf((await open()).html), fieldsOf((await open()).html)]
    expect((await send({ ...first, off: 'bone' })).response.status).toBe(303)
    const { response, html } = await send({ ...second, ...ANNOUNCE })
    expect(response.status).toBe(409)
    expect(html).toContain('operate.other')
    expect(html).toMatch(/value="bone" checked/)
    expect(html).toContain('The office is closed on Friday.')
    expect(await stored()).toEqual({ ...AS_USUAL, off: ['bone'] })
    expect((await send({ ...fieldsOf(html), ...ANNOUNCE, off: 'bone' })).response.status).toBe(303)
    expect(await stored()).toMatchObject({ off: ['bone'], announcement: { until: '2026-12-04' } })
  })

  test('also where both are saved within the same moment', async () => {
    const { open, send, fieldsOf } = await startOperate()
    const fields = fieldsOf((await open()).html)
    const both = await Promise.all([send({ ...fields, off: 'bone' }), send({ ...fields, off: 'outlook' })])
    expect(both.map(({ response }) => response.status).sort()).toEqual([303, 409])
  })
})

describe('a database that fails', () => {
  const broken = async () => {
    throw new Error('disk I/O error')
  }

  test('leaves what was known on the line, and the page says so', async () => {
    let isBroken = false
    const messages: string[] = []
    const { fill, open, refreshToday, text, usage } = await startOperate({
      today: {
        get store() {
          return {
            readToday: () => (isBroken ? broken() : usage.readToday()),
            writeToday: (row: Parameters<typeof usage.writeToday>[0]) =>
              isBroken ? broken() : usage.writeToday(row),
          }
        },
        onError: (message) => messages.push(message),
      },
    })
    await fill({ ...ANNOUNCE })
    isBroken = true
    await refreshToday()
    await refreshToday()
    expect(messages).toEqual(['disk I/O error'])
    expect(await text('bone')).toContain('The office is closed on Friday.')
    const { response, html } = await open()
    expect(response.status).toBe(503)
    expect(html).toContain('operate.unread disk I/O error')
    const saved = await fill({ ...ANNOUNCE, off: 'bone' })
    expect(saved.response.status).toBe(503)
    expect(saved.html).toMatch(/value="bone" checked/)
  })

  test('in the middle of two changes does not let the second undo the first unseen', async () => {
    let isBroken = false
    const server: Awaited<ReturnType<typeof startOperate>> = await startOperate({
      today: {
        get store() {
          return {
            readToday: () => (isBroken ? broken() : server.usage.readToday()),
            writeToday: (row: Parameters<typeof server.usage.writeToday>[0]) => server.usage.writeToday(row),
          }
        },
      },
    })
    const { open, send, fieldsOf, refreshToday, stored } = server
    const [first, second] = [fieldsOf((await open()).html), fieldsOf((await open()).html)]
    expect((await send({ ...first, off: 'bone' })).response.status).toBe(303)
    await refreshToday()
    isBroken = true
    const failed = await send({ ...second, ...ANNOUNCE })
    expect(failed.response.status).toBe(503)
    isBroken = false
    expect((await send({ ...fieldsOf(failed.html), ...ANNOUNCE })).response.status).toBe(409)
    expect(await stored()).toEqual({ ...AS_USUAL, off: ['bone'] })
  })

  test('is not believed where a newer program has written what this one cannot read', async () => {
    const { usage, refreshToday, text, open } = await startOperate()
    await saveToday(usage, { version: 0 }, { ...AS_USUAL, off: ['bone'] }, Date.parse(NOW))
    await refreshToday()
    const standing = JSON.stringify({ ...AS_USUAL, off: ['bone'] })
    const rows = [
      [0, '{"off":"everything"}'],
      [1e300, standing],
      [0, JSON.stringify({ ...AS_USUAL, people: { open: 'closed', until: '2026-12-04T17:00Z' } })],
    ] as const
    for (const [index, [changedAt, switches]] of rows.entries()) {
      await usage.writeToday({ version: 2 + index, changedAt, switches })
      await refreshToday()
      expect(await text(`bone ${index}`)).toContain('off today')
      const { response, html } = await open()
      expect([response.status, html]).toEqual([503, expect.stringContaining('npm run operate -- clear')])
    }
  })
})

describe('files that have changed', () => {
  test('are put on the line, or what is wrong with them is said', async () => {
    const outcomes: Result<readonly string[]>[] = [
      { ok: true, value: ['line/lodging.yaml:2:3 warning missing-text: There is no file.'] },
      { ok: false, problems: ['line/line.yaml:3:1 syntax: A quote is missing.'] },
    ]
    const reload = async () => outcomes.shift() ?? { ok: false, problems: [] }
    const { app, open, fieldsOf } = await startOperate({ more: { reload } })
    const press = async (token: string) => {
      const init = { method: 'POST', headers: OURS, body: new URLSearchParams({ token }) }
      const response = await app.request('/operate/reload?language=en', init)
      return { status: response.status, html: await response.text() }
    }
    const { token } = fieldsOf((await open()).html)
    expect((await press('nonsense')).status).toBe(403)
    expect((await press(token)).html).toMatch(/operate\.reloaded.*line\/lodging\.yaml:2:3 warning/s)
    expect((await press(token)).html).toMatch(/operate\.notReloaded.*line\/line\.yaml:3:1 syntax: A quote/s)
    expect(outcomes).toEqual([])
  })

  test('that could not be put on the line are told to who opens the page next', async () => {
    const faults = () => ['line/line.yaml:3:1 syntax: A quote is missing.']
    const { open } = await startOperate({
      more: { reload: async () => ({ ok: false, problems: [] }), faults },
    })
    expect((await open()).html).toMatch(/operate\.notReloaded.*line\/line\.yaml:3:1 syntax: A quote/s)
  })

  test('are not offered where the server has no files', async () => {
    expect((await (await startOperate()).open()).html).not.toContain('operate/reload')
  })
})
