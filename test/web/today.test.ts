/** Today's switches, as callers and texters meet them: a webhook in, TwiML out. */
import { describe, expect, test } from 'vitest'
import { AS_USUAL, type Today } from '../../src/flow/today.ts'
import { textsOf } from '../../src/line/line.ts'
import { withToday } from '../../src/line/today.ts'
import { saveToday } from '../../src/today/rows.ts'
import { phoneNodes } from '../../src/web/pages/phone-nodes.ts'
import { pageContext } from '../../src/web/pages/site.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555577391', To: '+15555550100', FromCountry: 'US' }
const CLOSED = 'The office is closed on Friday.'
const ANNOUNCED: Today = { ...AS_USUAL, announcement: { until: '2026-12-04', words: { en: CLOSED } } }
/** A Thursday, at ten in New York: people can be called. */
const THURSDAY = '2026-12-03T15:00:00Z'

async function startWith(today: Today, at = THURSDAY, line = fixtureLine) {
  let time = Date.parse(at)
  const changes: unknown[] = []
  const server = await startTestServer({
    line,
    now: () => new Date(time),
    today: { onChange: (change) => changes.push(change) },
  })
  let version = 0
  let id = 0
  const change = async (newer: Today) => {
    await saveToday(server.usage, { version: version++ }, newer, time)
    await server.refreshToday()
  }
  await change(today)
  const text = async (Body: string, cookie = '') => {
    const form = { ...call, MessageSid: `SM${id++}`, Body }
    const response = await server.post('/sms', form, { cookie })
    const [, words = ''] = /<Message[^>]*>([\s\S]*)<\/Message>/.exec(await response.text()) ?? []
    return { words, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
  }
  const step = async (path: string, form: Record<string, string> = {}) =>
    (await server.post(path, { ...call, CallSid: `CA${id++}`, ...form })).text()
  return {
    ...server,
    changes,
    change,
    text,
    step,
    /** After the language was chosen. */
    mainMenu: () => step('/voice/1/en/normal/languages', { Digits: '1' }),
    pass: (to: string) => {
      time = Date.parse(to)
    },
  }
}

describe('an announcement', () => {
  test('is said before the main menu, after the emergency number, once in a call', async () => {
    const { mainMenu, step } = await startWith(ANNOUNCED)
    const welcome = await mainMenu()
    expect(welcome.indexOf('In an emergency')).toBeLessThan(welcome.indexOf(CLOSED))
    expect(welcome.indexOf(CLOSED)).toBeGreaterThan(0)
    expect(welcome.indexOf(CLOSED)).toBeLessThan(welcome.indexOf('The body'))
    expect(await step('/voice/2/en/normal/main', { Digits: '8' })).not.toContain(CLOSED)
    expect(await step('/voice')).not.toContain(CLOSED)
  })

  test('stands at the head of the first text of a conversation, and in no later one', async () => {
    const { text } = await startWith(ANNOUNCED)
    const first = await text('bone')
    expect(first.words).toMatch(/^Note: The office is closed on Friday\.\nBones\n/)
    expect((await text('menu', first.cookie)).words).not.toContain(CLOSED)
    expect((await text('hello there')).words).toMatch(/^Note: The office is closed on Friday\.\nSmallline/)
  })

  test.each([
    ['i want to die', '988'],
    ['i cannot breathe', '911'],
    ['911', '911'],
    ['HELP', ''],
    ['STOP', ''],
    ['bye', 'Take care'],
  ])('is not told to somebody who writes %j', async (words, answer) => {
    const told = (await (await startWith(ANNOUNCED)).text(words)).words
    expect(told).not.toContain(CLOSED)
    expect(told).toContain(answer)
  })

  test('is told in the languages that have words for it', async () => {
    const { text } = await startWith(ANNOUNCED)
    expect((await text('zo')).words).not.toContain(CLOSED)
    const { text: textBoth } = await startWith({
      ...ANNOUNCED,
      announcement: { until: '2026-12-04', words: { en: CLOSED, ht: 'Biwo a fèmen.' } },
    })
    expect((await textBoth('zo')).words).toMatch(/^Avi: Biwo a fèmen\.\n/)
  })

  test('ends by the clock, at the end of its day in the zone of the line', async () => {
    const { mainMenu, pass } = await startWith(ANNOUNCED)
    pass('2026-12-05T04:59:00Z')
    expect(await mainMenu()).toContain(CLOSED)
    pass('2026-12-05T05:00:00Z')
    expect(await mainMenu()).not.toContain(CLOSED)
  })

  test('is told again once a clock that ran ahead is set back', async () => {
    const { mainMenu, pass } = await startWith(ANNOUNCED)
    pass('2026-12-05T05:00:00Z')
    expect(await mainMenu()).not.toContain(CLOSED)
    pass('2026-12-04T15:00:00Z')
    expect(await mainMenu()).toContain(CLOSED)
  })

  test('says its words as they are', async () => {
    const words = "Q&A on $t(bone) at 5 o'clock <here>"
    const { mainMenu } = await startWith({
      ...ANNOUNCED,
      announcement: { until: '2026-12-04', words: { en: words } },
    })
    expect(await mainMenu()).toContain('Q&amp;A on $t(bone) at 5')
  })
})

describe('a topic that is off', () => {
  const off: Today = { ...AS_USUAL, off: ['bone'] }

  test('leaves the menus, and nobody who has heard one before gets another topic by its key', async () => {
    const { step } = await startWith(off)
    const menu = await step('/voice/2/en/normal/main', { Digits: '1' })
    expect(menu).toContain('How long people live, <break time="300ms"/> press 2.')
    expect(menu).not.toContain('Bones')
    expect(await step('/voice/4/en/normal/main/body', { Digits: '1' })).toContain(
      'This topic is not on the line today.',
    )
    expect(await step('/voice/4/en/normal/main/body', { Digits: '2' })).toContain(
      'This is about how long people live.',
    )
  })

  test.each([
    ['its word', { SpeechResult: 'bone' }, '/voice/2/en/normal/main'],
    ['its number', { Digits: '1' }, '/voice/2/en/normal/main/number_2'],
    ['the next part, where somebody was', { Digits: '#' }, '/voice/2/en/normal/main/body/bone'],
    ['nothing, where somebody was', {}, '/voice/2/en/normal/main/body/bone'],
    ['the way back', { Digits: '*' }, '/voice/2/en/normal/main/body/bone/outlook'],
  ])('is not told to a caller who asks for it by %s', async (_case, form, path) => {
    const { step, counted } = await startWith(off)
    const answer = await step(path, form)
    expect(answer).toContain('This topic is not on the line today.')
    expect(answer).toContain('For a person')
    expect(answer).not.toContain('bones')
    expect(await counted()).toMatchObject({ 'off-today bone': 1 })
    expect(Object.keys(await counted())).not.toContain('open bone')
  })

  test.each(['bone', '21', 'my rib hurts'])('is not told to somebody who texts %j', async (words) => {
    const { text } = await startWith(off)
    const answer = await text(words)
    expect(answer.words).toContain('This topic is off today. MENU or PERSON.')
    expect(answer.words).not.toContain('bones')
    expect((await text('more', answer.cookie)).words).not.toContain('bones')
  })

  test('is not told in a conversation that was at it before', async () => {
    const { text, change } = await startWith(AS_USUAL)
    const first = await text('bone')
    expect(first.words).toContain('It can go to the bones.')
    await change(off)
    expect((await text('more', first.cookie)).words).toContain('This topic is off today.')
    expect((await text('STOP', first.cookie)).words).not.toContain('off today')
  })

  test('that asks before it tells is not asked about', async () => {
    const { step, text } = await startWith({ ...AS_USUAL, off: ['outlook'] })
    expect((await text('outlook')).words).toContain('This topic is off today.')
    expect(await step('/voice/2/en/normal/main/askoutlook', { Digits: '1' })).toContain(
      'not on the line today',
    )
    // It was the topic that follows.
    expect(await step('/voice/2/en/normal/main/body/bone-2', {})).not.toContain('How long people live, ')
  })

  test('keeps nobody from help', async () => {
    const { text, step } = await startWith(off)
    expect((await text('bone i want to die')).words).toContain('988')
    expect(await step('/voice/2/en/normal/main/body/bone', { SpeechResult: 'i want to die' })).toContain(
      '9 8 8',
    )
  })

  test('has a page that says so in the language of the reader, and no link anywhere', async () => {
    const { app } = await startWith(off)
    const page = async (path: string) => {
      const response = await app.request(path)
      return { status: response.status, html: await response.text() }
    }
    for (const [path, said] of [
      ['/en/bone', 'en phone.offToday Bones'],
      ['/ht/bone', 'ht phone.offToday Zo'],
      ['/bone', 'en phone.offToday Bones'],
    ] as const) {
      const { status, html } = await page(path)
      expect(status).toBe(404)
      expect(html).toContain(said)
      expect(html).toContain('href="tel:911"')
    }
    const found = await app.request('/en/search', {
      method: 'POST',
      body: new URLSearchParams({ asked: 'bone' }),
    })
    expect(await found.text()).toContain('en phone.offToday Bones')
    const told = withToday(fixtureLine, off, new Date(THURSDAY))
    const site = { line: told, texts: textsOf(told), assets: [], base: '', origin: '', operatorPages: [] }
    const { bone, outlook } = phoneNodes(pageContext(site, 'en'))
    expect([bone?.titles.en, bone?.keys, outlook?.keys]).toEqual(['Bones', undefined, '735'])
    expect((await page('/en')).html).not.toContain('/en/bone')
    expect((await page('/sitemap.xml')).html).not.toContain('/en/bone')
  })

  test('is told again once it is on', async () => {
    const { text, change } = await startWith(off)
    await change(AS_USUAL)
    expect((await text('bone')).words).toContain('It can go to the bones.')
  })

  test('is not promised by a menu whose name lists it', async () => {
    const line = openFixture(
      editFiles(
        fixtureFiles,
        ['locales/en/main.json', ['body', 'label'], 'skin, bones, living on'],
        ['locales/en/main.json', ['body', 'title'], 'Bones, living on'],
      ),
    )
    const { mainMenu, text, change } = await startWith(AS_USUAL, THURSDAY, line)
    expect(await mainMenu()).toContain('kin, bones, living on')
    await change({ ...AS_USUAL, off: ['bone'] })
    const told = await mainMenu()
    expect(told).toContain('kin, living on')
    expect(told).not.toContain('bones')
    expect((await text('menu')).words).toContain('1 Living on')
  })

  test('is told all the same where it tells of danger, though a database says otherwise', async () => {
    const line = openFixture(editFiles(fixtureFiles, ['flows/main.yaml', ['nodes', 'bone', 'always'], true]))
    const { text } = await startWith({ ...ANNOUNCED, off: ['bone', 'nonsense', 'main'] }, THURSDAY, line)
    // And no announcement comes before it.
    expect((await text('bone')).words).toMatch(/^Bones\nIt can go to the bones\./)
  })
})

describe('line.yaml', () => {
  const words = { en: CLOSED }
  const line = openFixture(
    editFiles(
      fixtureFiles,
      ['flows/line.yaml', ['off'], ['bone']],
      ['flows/line.yaml', ['announcement'], { until: '2026-12-04', words }],
    ),
  )

  test('may have a topic off and an announcement, which ends by the clock', async () => {
    const { text, pass } = await startWith(AS_USUAL, THURSDAY, line)
    expect((await text('outlook')).words).toContain(CLOSED)
    expect((await text('bone')).words).toContain('off today')
    pass('2026-12-05T05:00:00Z')
    expect((await text('outlook')).words).not.toContain(CLOSED)
    expect((await text('bone')).words).toContain('off today')
  })

  test('stands under the switches of the database', async () => {
    const today = { until: '2026-12-03T12:00', words: { en: 'Open until noon.' } }
    const { text, pass } = await startWith(
      { ...ANNOUNCED, announcement: today, off: ['outlook'] },
      THURSDAY,
      line,
    )
    expect((await text('bone')).words).toContain('off today')
    expect((await text('outlook')).words).toContain('off today')
    expect((await text('hello there')).words).toContain('Open until noon.')
    pass('2026-12-03T17:00:00Z')
    expect((await text('hello there')).words).toContain(CLOSED)
  })
})

describe('the people of the line', () => {
  const dials = async ({ step }: { step: (path: string, form: Record<string, string>) => Promise<string> }) =>
    /<Number[^>]*>([^<]+)/.exec(await step('/voice/2/en/normal/main', { Digits: '0' }))?.[1]

  test('are called in their hours', async () => {
    expect(await dials(await startWith(AS_USUAL))).toBe('+15555550199')
  })

  test('are not called while they are closed, and are again afterwards', async () => {
    const server = await startWith({ ...AS_USUAL, people: { open: 'closed', until: '2026-12-03T12:00' } })
    expect(await dials(server)).toBeUndefined()
    expect(await server.step('/voice/2/en/normal/main', { Digits: '0' })).toContain('Smallline is closed.')
    server.pass('2026-12-03T17:00:00Z')
    expect(await dials(server)).toBe('+15555550199')
  })

  test('are called outside their hours while they are open', async () => {
    const night = '2026-12-04T03:00:00Z'
    expect(await dials(await startWith(AS_USUAL, night))).toBeUndefined()
    const open: Today = { ...AS_USUAL, people: { open: 'open', until: '2026-12-03T23:00' } }
    const server = await startWith(open, night)
    expect(await dials(server)).toBe('+15555550199')
    server.pass('2026-12-04T04:00:00Z')
    expect(await dials(server)).toBeUndefined()
  })

  test('are not called on a holiday', async () => {
    expect(await dials(await startWith({ ...AS_USUAL, holidays: ['2026-12-03'] }))).toBeUndefined()
    expect(await dials(await startWith({ ...AS_USUAL, holidays: ['2026-12-04'] }))).toBe('+15555550199')
  })

  test('have the number of today, which is never one of the line itself', async () => {
    expect(await dials(await startWith({ ...AS_USUAL, number: '+12165550142' }))).toBe('+12165550142')
    expect(await dials(await startWith({ ...AS_USUAL, number: '+15555550101' }))).toBe('+15555550199')
  })
})

describe('a change', () => {
  test('is told to the log by its kind and time, and never with a number or a word', async () => {
    const { changes } = await startWith({ ...ANNOUNCED, number: '+12165550142' })
    expect(changes).toEqual([
      { version: 1, changedAt: '2026-12-03T15:00:00.000Z', switches: ['announcement', 'number'] },
    ])
  })

  test('stays while a reloaded line takes the place of the old one, and the other way round', async () => {
    const server = await startWith(ANNOUNCED)
    server.use(openFixture(editFiles(fixtureFiles, ['flows/line.yaml', ['name'], 'Otherline'])))
    expect((await server.text('bone')).words).toContain(CLOSED)
    expect((await server.text('hello there')).words).toContain('Otherline')
    await server.change({ ...AS_USUAL, off: ['bone'] })
    expect((await server.text('hello there')).words).toMatch(/^Otherline/)
    expect((await server.text('bone')).words).toContain('off today')
  })
})
