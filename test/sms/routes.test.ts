/** `/sms`: a text in, one text out, and the place of a conversation in its cookie. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { stopMark } from '../../src/usage/stop-list.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale } from '../support/fixture-person.ts'
import { CALLED, CALLER, type FixtureWebhooks, startWebhooks } from '../support/fixture-webhooks.ts'

const mark = stopMark('a secret of a test', CALLER)
const SILENCE = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
let sent = 0

/** The words of the reply; empty where there is none. */
async function send(line: FixtureWebhooks, Body: string, more: Record<string, string> = {}, cookie = '') {
  sent += 1
  const form = { MessageSid: `SM${sent}`, From: CALLER, To: CALLED, FromCountry: 'US', Body, ...more }
  const xml = await line.post('/sms', form, { cookie })
  return /<Message[^>]*>([^<]*)/.exec(xml)?.[1] ?? ''
}

const cookieOf = (line: FixtureWebhooks) =>
  (line.response().headers.get('set-cookie') ?? '').split(';')[0] ?? ''

describe('a text', () => {
  test.each(['queued', 'sent', 'delivered', 'undelivered', 'read'])(
    'of ours that is %s is not answered, and counted where it did not arrive, where the Console sends its status to /sms',
    async (MessageStatus) => {
      const line = startWebhooks()
      const status = { MessageSid: 'SM1', From: CALLED, To: CALLER, MessageStatus, SmsStatus: MessageStatus }
      expect(await line.post('/sms', status)).toBe('')
      expect(line.response().status).toBe(204)
      expect(line.counted).toEqual(MessageStatus === 'undelivered' ? ['sms und undelivered'] : [])
      expect(line.stops).toEqual([])
    },
  )

  test('gets its topic, in a reply that names its language, and is counted', async () => {
    const line = startWebhooks()
    expect(await send(line, 'عظام')).toBe(
      'العظام\nقد يصل إلى العظام.\nأرسل المزيد أو القائمة.\nالطوارئ: 911.',
    )
    expect(line.response().headers.get('content-language')).toBe('ar')
    expect(line.counted).toEqual(['sms ar message', 'sms ar open bone', 'sms ar part-begun bone'])
    expect(line.stops).toEqual([[mark, false]])
  })

  test('goes on from the place that the cookie keeps', async () => {
    const line = startWebhooks()
    await send(line, 'bone')
    expect(await send(line, 'more', {}, cookieOf(line))).toBe(
      'Numb legs? Call 911.\nReply OUTLOOK, MENU or PERSON.',
    )
    expect(await send(line, '1', {}, cookieOf(line))).toMatch(/I did not find that/)
  })

  test('with a cookie that is not ours is read by its words alone', async () => {
    expect(await send(startWebhooks(), 'more', {}, `place=${locale}%2Fnormal%2Fmain%2Fbone.AAAA`)).toMatch(
      /^That is all\./,
    )
  })

  test('is read in the first language of the number, and in the country of the form', async () => {
    expect(await send(startWebhooks(), 'qqqq', { To: '+15555550101', FromCountry: 'GB' })).toMatch(
      /^Smallline：がんの話。[\s\S]*緊急 999。$/,
    )
  })

  test('that Twilio has answered as an opt-out gets nothing, and is not counted', async () => {
    const line = startWebhooks()
    expect(await send(line, 'ARRET', { OptOutType: 'STOP' })).toBe('')
    expect(await line.response().text()).toBe(SILENCE)
    expect([line.counted, line.stops]).toEqual([[], []])
  })

  test('that is a word of the carrier gets nothing, and says nothing of what the person wishes', async () => {
    const line = startWebhooks()
    expect(await send(line, 'STOP')).toBe('')
    expect(line.counted).toEqual([`sms ${locale} message`, `sms ${locale} carrier-word`])
    expect(line.stops).toEqual([])
  })

  test('that asks for silence puts the number on the stop list, and the next takes it off', async () => {
    const line = startWebhooks()
    await send(line, 'leave me alone')
    await send(line, 'bone')
    expect(line.stops).toEqual([
      [mark, true],
      [mark, false],
    ])
  })

  test('from a withheld number is answered, and is on no list', async () => {
    const line = startWebhooks()
    expect(await send(line, 'bone', { From: '' })).toMatch(/^Bones/)
    expect(line.stops).toEqual([])
  })
})

describe('a number that texts too often', () => {
  const flood = async (words: string) => {
    const line = startWebhooks()
    const replies: string[] = []
    for (let message = 0; message < 12; message += 1) replies.push(await send(line, words))
    return { line, replies }
  }

  test('gets ten replies, the last of which says so, then silence', async () => {
    const { line, replies } = await flood('bone')
    expect(replies.filter(Boolean)).toHaveLength(10)
    expect(replies[8]).not.toContain('Too many texts.')
    expect(replies[9]).toMatch(/^Bones[\s\S]*\nToo many texts\. Emergency: 911\.$/)
    expect(await line.response().text()).toBe(SILENCE)
    expect(line.counted.slice(-2)).toEqual([`sms ${locale} held-back`, `sms ${locale} held-back`])
    line.pass(5)
    expect(await send(line, 'bone')).toMatch(/^Bones/)
  })

  test.each([
    ['whatsapp:', CALLER, `whatsapp:${CALLER}`],
    ['rcs:', `rcs:${CALLER}`, CALLER],
    ['the old form of a Mexican number', 'whatsapp:+5215512345678', '+525512345678'],
  ])('is one number, by whatever channel: %s', async (_name, first, second) => {
    const line = startWebhooks()
    for (let message = 0; message < 10; message += 1) await send(line, 'bone', { From: first })
    expect(await send(line, 'bone', { From: second })).toBe('')
    expect(await send(line, 'bone', { From: '+15555550122' })).toMatch(/^Bones/)
  })

  test('is told with its last reply of the day when to text again', async () => {
    const line = startWebhooks()
    const replies: string[] = []
    for (let message = 0; message < 62; message += 1) {
      replies.push(await send(line, 'bone'))
      line.pass(6)
    }
    expect(replies.filter(Boolean)).toHaveLength(60)
    expect(replies[59]).toMatch(/^Bones[\s\S]*\nToo many texts for 19 hours\. Emergency: 911\.$/)
    expect(await send(line, 'i want to die')).toMatch(/988/)
    line.pass(24 * 60)
    expect(await send(line, 'bone')).toMatch(/^Bones/)
  })

  test('may text words of the carrier as it likes: they cost nothing', async () => {
    const { line } = await flood('STOP')
    expect(await send(line, 'bone')).toMatch(/^Bones/)
  })

  test('is not told of it beside a reply that stays unsaid', async () => {
    const { replies } = await flood('STOP')
    expect(replies.filter(Boolean)).toEqual([])
  })

  test.each(['i want to die', 'legs went numb', 'woe'])(
    'is answered all the same when it texts "%s"',
    async (words) => {
      const { line } = await flood('bone')
      expect(await send(line, words)).toMatch(/911|988/)
    },
  )

  test('is limited in cries for help by themselves, to twenty in an hour, and never told of it there', async () => {
    const { line, replies } = await flood('i want to die')
    expect(replies.filter(Boolean)).toHaveLength(12)
    for (let message = 0; message < 12; message += 1) replies.push(await send(line, 'legs went numb'))
    expect(replies.filter(Boolean)).toHaveLength(20)
    expect(replies.join()).not.toContain('Too many texts.')
    expect(await send(line, 'bone')).toMatch(/^Bones/)
  })
})

describe('a line that has sent its most', () => {
  const settings = { ...fixtureLine.settings, replies: { number: 60, hour: 3, day: 100 } }
  const flooded = async () => {
    const heldBack: string[] = []
    const line = startWebhooks({ ...fixtureLine, settings }, {}, undefined, {
      onHeldBack: (by) => heldBack.push(by),
      onCeiling: () => heldBack.push('alarm'),
    })
    for (let person = 0; person < 3; person += 1) await send(line, 'bone', { From: `+1555555012${person}` })
    return { line, heldBack }
  }

  test('tells each number once when to text again, with the number of its country, and sounds one alarm', async () => {
    const { line, heldBack } = await flooded()
    const From = '+447700900123'
    expect(await send(line, 'bone', { From })).toBe('Too many texts for 2 hours. Emergency: 999.')
    expect(await send(line, 'bone', { From })).toBe('')
    expect(heldBack).toEqual(['alarm', 'line', 'line'])
    expect(line.counted.slice(-2)).toEqual([`sms ${locale} held-back`, `sms ${locale} held-back`])
    line.pass(60)
    expect(await send(line, 'bone', { From })).toMatch(/^Bones/)
  })

  test.each(['i want to die', 'legs went numb', 'woe'])('answers "%s" all the same', async (words) => {
    const { line } = await flooded()
    for (let person = 0; person < 5; person += 1)
      expect(await send(line, words, { From: `+1555555013${person}` })).toMatch(/911|988/)
  })
})

describe('where something of ours fails', () => {
  const bone = { ...fixtureLine.nodes.bone, parts: null }
  const broken = { ...fixtureLine, nodes: { ...fixtureLine.nodes, bone } } as unknown as Line

  test('a text gets an apology with whom to call, in the first language of the number', async () => {
    const line = startWebhooks(broken)
    expect(await send(line, 'bone', { To: '+15555550102', FromCountry: 'GB' })).toBe(
      'Gen yon pwoblèm. Ijans: 999.\nZòrèy: 116 123\nEnfimyè: 0808 157 0000',
    )
    expect(line.counted).toEqual(['sms ht trouble'])
    expect(line.errors.map(([, about]) => about)).toEqual(['/sms'])
    expect(line.stops).toEqual([])
    expect(cookieOf(line)).toBe('')
  })

  test('it comes even where the stop list is what fails', async () => {
    const line = startWebhooks(fixtureLine, {
      setStopped: () => {
        throw new Error('A planted mistake')
      },
    })
    expect(await send(line, 'bone')).toMatch(/^Something went wrong\. Emergency: 911\./)
    expect(line.counted).toEqual([`sms ${locale} trouble`])
    expect(line.errors).toHaveLength(1)
  })

  test('it comes even where the apology fails once itself', async () => {
    let failures = 2
    const counted: string[] = []
    const line = startWebhooks(fixtureLine, {
      count: (_channel, language, tallies) => {
        failures -= 1
        if (failures >= 0) throw new Error('A planted mistake')
        counted.push(...tallies.map(({ event }) => `${language} ${event}`))
      },
    })
    expect(await send(line, 'bone', { To: '+15555550102' })).toMatch(/^Gen yon pwoblèm\. Ijans: 911\./)
    expect(line.response().headers.get('content-language')).toBe('ht')
    expect(counted).toEqual(['ht trouble'])
  })

  test('the fallback address gives it too', async () => {
    const line = startWebhooks()
    expect(await line.post('/sms/fallback', { From: CALLER, To: CALLED, FromCountry: 'US' })).toContain(
      '<Message statusCallback="/sms/status">Something went wrong. Emergency: 911.\nCrisis Line: 988\nCancer Line: 1-800-555-0101</Message>',
    )
    expect(line.counted).toEqual([`sms ${locale} trouble`])
  })
})
