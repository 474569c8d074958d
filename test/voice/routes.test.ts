/** `/voice`: a call as a walk through addresses. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale, otherLocale } from '../support/fixture-person.ts'
import { CALLED, CALLER, startWebhooks } from '../support/fixture-webhooks.ts'

const call = { CallSid: 'CA1', From: CALLER, To: CALLED, FromCountry: 'US' }
const actionOf = (xml: string) => /action="([^"]+)"/.exec(xml)?.[1] ?? ''
const said = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
/** A line whose topic about bones cannot be told, nor its main menu where `also` says so. */
function broken(...also: string[]): Line {
  const nodes = Object.fromEntries(
    Object.entries(fixtureLine.nodes).map(([slug, node]) => [
      slug,
      ['bone', ...also].includes(slug) ? { ...node, parts: null, options: null } : node,
    ]),
  )
  return { ...fixtureLine, nodes: nodes as Line['nodes'] }
}

describe('a call', () => {
  test('that has ended is counted as one that ended, also where the Console sends its status to /voice', async () => {
    const line = startWebhooks()
    await line.post('/voice', { ...call, CallStatus: 'ringing' })
    await line.post('/voice', { ...call, CallStatus: 'completed', CallDuration: '45' })
    expect(line.response().status).toBe(204)
    await line.post('/voice', { ...call, CallStatus: 'no-answer' })
    expect(line.counted).toEqual(['voice en call', 'voice und hang-up 30-60', 'voice und hang-up unknown'])
  })

  test('walks to a topic, each step at an address of its own, and is counted', async () => {
    const line = startWebhooks()
    let xml = await line.post('/voice', call)
    expect(actionOf(xml)).toBe(`/voice/1/${locale}/normal/languages`)
    for (const Digits of ['1', '1', '1']) xml = await line.post(actionOf(xml), { ...call, Digits })
    expect(actionOf(xml)).toBe(`/voice/4/${locale}/normal-told/main/body/bone`)
    expect(said(xml)).toContain('This cancer can go to the bones.')
    expect(line.counted).toEqual([
      'voice en call',
      'voice en language en',
      'voice en open main',
      'voice en open body',
      'voice en open bone',
      'voice en part-begun bone',
    ])
    expect(line.response().headers.get('content-type')).toBe('text/xml; charset=utf-8')
  })

  test('a deeper voice is chosen under 9, lasts to the end of the call, and can be left again', async () => {
    const english = fixtureLine.locales[locale]
    if (!english?.settings.voice) throw new Error('The fixture has no voice.')
    const settings = {
      ...english.settings,
      voice: { ...english.settings.voice, deeper: 'Polly.Matthew-Neural' },
    }
    const line = startWebhooks({
      ...fixtureLine,
      locales: { ...fixtureLine.locales, [locale]: { ...english, settings } },
    })
    let xml = await line.post('/voice', call)
    const press = async (Digits: string) => {
      xml = await line.post(actionOf(xml), { ...call, Digits })
      return [...new Set([...xml.matchAll(/voice="([^"]+)"/g)].map(([, name]) => name))]
    }
    for (const key of ['1', '9']) await press(key)
    expect(said(xml)).toContain('A deeper voice, press 4.')
    expect(await press('4')).toEqual(['Polly.Matthew-Neural'])
    expect(await press('1')).toEqual(['Polly.Matthew-Neural'])
    await press('9')
    expect(said(xml)).toContain('The usual voice, press 4.')
    expect(await press('4')).toEqual([english.settings.voice.name])
  })

  test('is heard in the country and on the number of the form', async () => {
    const line = startWebhooks()
    expect(said(await line.post('/voice', { ...call, To: '+15555550101', FromCountry: 'GB' }))).toMatch(
      /^緊急のときは 9 9 9 に電話を。/,
    )
  })

  test('hears what was said, and no key as silence', async () => {
    const line = startWebhooks()
    const body = `/voice/3/${locale}/normal/main/body`
    expect(actionOf(await line.post(body, { ...call, SpeechResult: 'Bones.' }))).toBe(
      `/voice/4/${locale}/normal-told/main/body/bone`,
    )
    expect(said(await line.post(body, call))).toMatch(/^Take your time\./)
  })

  test('from an address of another line goes on in its language, told in full, and is counted as lost', async () => {
    const line = startWebhooks()
    const xml = await line.post(`/voice/5/${otherLocale}/slow/gone`, { ...call, Digits: '1' })
    expect(actionOf(xml)).toBe(`/voice/6/${otherLocale}/slow/main`)
    expect(line.counted).toEqual([`voice ${otherLocale} lost`])
    expect(actionOf(await line.post('/voice/x', { ...call, To: '+15555550101' }))).toBe(
      '/voice/1/ja/normal/main',
    )
  })

  test('under a path of its own names it in each address', async () => {
    const settings = { publicUrl: 'https://example.org/line/', authTokens: [], secret: '' }
    const xml = await startWebhooks(fixtureLine, {}, settings).post('/voice', call)
    expect(actionOf(xml)).toBe(`/line/voice/1/${locale}/normal/languages`)
  })

  test('that ends is counted by its length, once it has ended', async () => {
    const line = startWebhooks()
    expect(await line.post('/voice/status', { ...call, CallStatus: 'in-progress' })).toBe('')
    expect(line.counted).toEqual([])
    await line.post('/voice/status', { ...call, CallStatus: 'completed', CallDuration: '74' })
    expect(line.response().status).toBe(204)
    expect(line.counted).toEqual(['voice und hang-up 60-120'])
  })
})

describe('a step that fails', () => {
  test('is answered with an apology in the language of the call, then the main menu, told in full', async () => {
    const line = startWebhooks(broken())
    const xml = await line.post(`/voice/3/${otherLocale}/normal/main/bone`, { ...call, FromCountry: 'GB' })
    expect(said(xml)).toMatch(/^حدث خطأ\. في الطوارئ، اتصل برقم 9 9 9\./)
    const [, again = ''] = /<Redirect[^>]*>([^<]+)/.exec(xml) ?? []
    expect(again).toBe(`/voice/4/anew/${otherLocale}/normal/main`)
    expect(line.counted).toEqual([`voice ${otherLocale} trouble`])
    expect(line.errors.map(([, about]) => about)).toEqual(['/voice/*'])
    expect(said(await line.post(again, call))).toMatch(/^القائمة الرئيسية\./)
    expect(said(await line.post(again, { ...call, Digits: '5' }))).toMatch(/^لا خيار على 5\./)
  })

  test('in a language that is none, apologises in the first of the number', async () => {
    const line = startWebhooks(broken('main'))
    expect(said(await line.post('/voice/3/xx/normal/main/bone', { ...call, To: '+15555550101' }))).toMatch(
      /^失敗しました。/,
    )
  })

  test.each(['/voice', `/voice/3/${locale}/normal/main`])(
    'at the main menu (%s) gives the numbers to call, and ends',
    async (path) => {
      const line = startWebhooks(broken('main', 'languages'))
      const xml = await line.post(path, { ...call, To: '+15555550101' })
      expect(xml).toMatch(/<Hangup\/><\/Response>$/)
      expect(xml).toContain('9 8 8')
    },
  )
})

test('the fallback address gives the numbers to call, and ends', async () => {
  const line = startWebhooks()
  const xml = await line.post('/voice/fallback', { ...call, FromCountry: 'GB' })
  expect(said(xml)).toMatch(/^This line cannot answer\. In an emergency, call 9 9 9\. Listeners/)
  expect(xml).toMatch(/<Hangup\/><\/Response>$/)
  expect(line.counted).toEqual([`voice ${locale} trouble`])
  expect(line.errors).toEqual([])
})
