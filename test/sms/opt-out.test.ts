/** Stop, start and help: who answers them on which channel, and what becomes of the stop list. */
import { describe, expect, test } from 'vitest'
import { stopMark } from '../../src/usage/stop-list.ts'
import { CALLED, CALLER, type FixtureWebhooks, startWebhooks } from '../support/fixture-webhooks.ts'
import { line } from '../support/line.ts'

const mark = stopMark('a secret of a test', CALLER)
const STOPPED = /will not text you again.*text START\./
const RESUMED = /will answer your texts again/
const HELPED = /^Plainline: automatic texts.*MENU.*PERSON.*Emergency: 911\. STOP: no more texts\.$/
let sent = 0

/** The words of the reply; empty where there is none. */
async function send(webhooks: FixtureWebhooks, Body: string, more: Record<string, string> = {}) {
  sent += 1
  const form = { MessageSid: `SM${sent}`, From: CALLER, To: CALLED, FromCountry: 'US', Body, ...more }
  return /<Message[^>]*>([^<]*)/.exec(await webhooks.post('/sms', form))?.[1] ?? ''
}

const CHANNELS = {
  'a short code': { To: '72645' },
  WhatsApp: { From: `whatsapp:${CALLER}`, To: `whatsapp:${CALLED}` },
  Messenger: { From: 'messenger:1234567890', To: 'messenger:987654321' },
  RCS: { From: `rcs:${CALLER}`, To: 'rcs:plainline_agent' },
} as const

describe.each(Object.entries(CHANNELS))('by %s, where no carrier answers', (_channel, addresses) => {
  test.each([
    ['STOP', STOPPED, ['message', 'stop']],
    ['stopall', STOPPED, ['message', 'stop']],
    ['END', STOPPED, ['message', 'stop']],
    ['HELP', HELPED, ['message', 'help']],
    ['info', HELPED, ['message', 'help']],
    ['START', RESUMED, ['message', 'start']],
    ['unstop', RESUMED, ['message', 'start']],
    ['YES', RESUMED, ['message', 'start']],
  ])('%s is answered', async (words, reply, counted) => {
    const webhooks = startWebhooks(line)
    expect(await send(webhooks, words, addresses)).toMatch(reply)
    expect(webhooks.counted).toEqual(counted.map((event) => `sms en ${event}`))
    const wish = { stop: [true], start: [false], help: [] }[counted[1] as 'stop' | 'start' | 'help']
    expect(webhooks.stops.map(([, stopped]) => stopped)).toEqual(wish)
  })
})

describe('at a long number', () => {
  test.each(['STOP', ' Stop ', 'QUIT', 'HELP', 'INFO', 'YES', 'START'])(
    '%j is left to the carrier',
    async (words) => {
      expect(await send(startWebhooks(line), words)).toBe('')
    },
  )

  test.each([
    ['Stop.', STOPPED],
    ['“Stop”', STOPPED],
    ['STOP 🛑', STOPPED],
    ['STOP ❤️', STOPPED],
    ['END.', STOPPED],
    ['(stop)', STOPPED],
    ['STOP!!!', STOPPED],
    ['ＳＴＯＰ', STOPPED],
    ['S T O P', STOPPED],
    ['stoppppp', STOPPED],
    ['STOP\n-- \nSent from my iPhone', STOPPED],
    ['Help!', HELPED],
    ['HELP 🙏', HELPED],
    ['please help', HELPED],
    ['Yes.', RESUMED],
    ['Start please', RESUMED],
    ['text me again', RESUMED],
    ['Subscribe', RESUMED],
  ])('%j, which the carrier may not know, is answered', async (words, reply) => {
    expect(await send(startWebhooks(line), words)).toMatch(reply)
  })

  test('START, which the carrier answers, takes off the list', async () => {
    const webhooks = startWebhooks(line)
    await send(webhooks, 'leave me alone')
    expect(await send(webhooks, 'START')).toBe('')
    expect(webhooks.stops).toEqual([
      [mark, true],
      [mark, false],
    ])
  })

  test('that is toll-free, YES is answered, for the network does not know it; STOP is not', async () => {
    const To = '+18885550100'
    expect(await send(startWebhooks(line), 'YES', { To })).toMatch(RESUMED)
    for (const words of ['STOP', 'START', 'UNSTOP', 'HELP'])
      expect(await send(startWebhooks(line), words, { To })).toBe('')
  })
})

describe('Advanced Opt-Out', () => {
  test.each(Object.values(CHANNELS))('has answered already, on whatever channel: %j', async (addresses) => {
    for (const OptOutType of ['STOP', 'HELP', 'START'])
      expect(await send(startWebhooks(line), 'ALTO', { ...addresses, OptOutType })).toBe('')
  })

  test('takes off the list whom it has opted in', async () => {
    const webhooks = startWebhooks(line)
    await send(webhooks, 'leave me alone')
    await send(webhooks, 'alta', { OptOutType: 'START' })
    expect(webhooks.stops.at(-1)).toEqual([mark, false])
    expect(webhooks.counted).toHaveLength(2)
  })
})

describe('in other words', () => {
  test.each([
    'REMOVE',
    'TD',
    'ARRET',
    'Arrêt',
    'OPT-OUT',
    'OPT OUT',
    'stop texting me',
    'unsuscribe',
    'SOTP',
    'STOPP',
    'Stpo',
    'STOO',
    'stpp',
    'pls stop',
  ])('"%s" to an English line is a stop, confirmed in English', async (words) => {
    expect(await send(startWebhooks(line), words)).toMatch(STOPPED)
  })

  test.each(['ALTO', 'PARAR', 'BAJA', 'CANCELAR', 'NO MÁS MENSAJES', 'no mas mensajes', 'ya no me escriban'])(
    '"%s" is a stop, confirmed in Spanish',
    async (words) => {
      expect(await send(startWebhooks(line), words)).toMatch(/ya no le escribirá/)
    },
  )

  test.each(['SOTP', 'STOPP', 'Stpo', 'STOO', 'REMOVE', 'TD', 'ARRET', 'OPT-OUT', 'Stop.', 'BAJA'])(
    '"%s" in a Spanish conversation is confirmed in Spanish',
    async (words) => {
      const webhooks = startWebhooks(line)
      await send(webhooks, 'hueso')
      const cookie = (webhooks.response().headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      const form = { MessageSid: 'SMes', From: CALLER, To: CALLED, FromCountry: 'US', Body: words }
      expect(await webhooks.post('/sms', form, { cookie })).toMatch(/ya no le escribirá/)
    },
  )

  test.each([
    'STOP TREATMENT',
    'stop chemo',
    'can i stop',
    'parar la quimio',
    'baja de peso',
    'cancelar la cita',
    'opt out of treatment',
    'will they take me off ibrance',
    'remove the tumor',
    'my pain wont leave me alone',
    'end of life',
    'the end',
    'mis amigas ya no me llaman',
    'ya no quiero más',
    'quitar el pecho',
    'dar de alta del hospital',
  ])('"%s" is a question', async (words) => {
    const webhooks = startWebhooks(line)
    expect(await send(webhooks, words)).not.toBe('')
    expect(webhooks.counted.filter((each) => / (stop|start)$/.test(each))).toEqual([])
  })

  test.each([
    ['please stop texting me i want to die', /^You matter[\s\S]*988/],
    ['please dont leave me alone with these pills', /988/],
    ['if i stop texting i will go and do it', /988/],
    ['stop texting me I cannot breathe', /911/],
    ['ya no me escriban, quiero matarme', /988/],
  ])('"%s" is a cry for help, which is answered, and no stop', async (words, numbers) => {
    const webhooks = startWebhooks(line)
    const reply = await send(webhooks, words)
    expect(reply).toMatch(numbers)
    expect(reply).not.toMatch(/will not text|no le escribirá/)
    expect(webhooks.stops).toEqual([[mark, false]])
  })
})

describe('somebody who has asked to stop', () => {
  async function stop() {
    const webhooks = startWebhooks(line)
    await send(webhooks, 'stop texting me')
    return webhooks
  }

  test.each([
    'STOP!',
    'stop texting me',
    'ok',
    'thanks',
    'asdfgh',
    'I said stop',
    'bye',
    'Liked “Plainline”',
  ])('gets nothing more when they answer "%s", and stays on the list', async (words) => {
    const webhooks = await stop()
    expect(await send(webhooks, words)).toBe('')
    expect(webhooks.stops).toEqual([[mark, true]])
  })

  test.each([
    ['BONE', /^Bones/],
    ['MENU', /^Plainline[\s\S]*\n1 /],
    ['i want to die', /988/],
    ['I cannot breathe', /911/],
    ['start!', RESUMED],
  ])('is answered when they ask "%s", and is off the list', async (words, reply) => {
    const webhooks = await stop()
    expect(await send(webhooks, words)).toMatch(reply)
    expect(webhooks.stops.at(-1)).toEqual([mark, false])
  })

  test('is answered when they ask for HELP, and stays on the list', async () => {
    const webhooks = await stop()
    expect(await send(webhooks, 'Help!')).toMatch(HELPED)
    expect(webhooks.stops).toEqual([[mark, true]])
  })

  test('comes back by any channel of the same number', async () => {
    const webhooks = await stop()
    expect(await send(webhooks, 'START', CHANNELS.WhatsApp)).toMatch(RESUMED)
    expect(webhooks.stops.at(-1)).toEqual([mark, false])
  })
})

describe('a machine', () => {
  test.each([
    ['I’m driving with Do Not Disturb While Driving turned on.', {}],
    ['Sorry, I can’t talk right now.', {}],
    ['Liked “Numb legs: call 911 now.”', {}],
    ['Le encantó “No puedo respirar: 911”', {}],
    ['482913 is your verification code', {}],
    ['Reply STOP to opt out. Msg&data rates may apply.', {}],
    ['Your bill is ready', { From: 'VERIZON' }],
    ['i want to die', { From: '72645' }],
    ['BONE', { From: CALLED }],
  ])('gets nothing for %j %j, and is on no list', async (words, more) => {
    const webhooks = startWebhooks(line)
    expect(await send(webhooks, words, more)).toBe('')
    expect(webhooks.counted).toEqual(['sms en message', 'sms en automatic'])
    expect(webhooks.stops).toEqual([])
  })
})

test('nothing but a wish takes a number off the list, which another server may have put there', async () => {
  const webhooks = startWebhooks(line)
  for (const words of ['ok thanks', '👍', 'zzzz']) await send(webhooks, words)
  expect(webhooks.stops).toEqual([])
  await send(webhooks, 'BONE')
  expect(webhooks.stops).toEqual([[mark, false]])
})

test('a cry at the end of a long message is heard', async () => {
  const story = 'my mum had a scan in march and we wait for the doctor. '.repeat(35)
  expect(await send(startWebhooks(line), `${story} i want to kill myself`)).toMatch(/^You matter[\s\S]*988/)
  expect(await send(startWebhooks(line), `${story.repeat(5)} she cannot breathe`)).toMatch(
    /^Call 911 now\. Sit the person up/,
  )
})

test.each(['2️⃣', '2⃣', '②', '２', '٢'])('%s picks the second choice of a menu', async (keycap) => {
  const webhooks = startWebhooks(line)
  await send(webhooks, 'MENU')
  const cookie = (webhooks.response().headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const form = { From: CALLER, To: CALLED, FromCountry: 'US' }
  const wanted = await webhooks.post('/sms', { ...form, MessageSid: 'SMdigit', Body: '2' }, { cookie })
  expect(wanted).not.toMatch(/did not find/)
  expect(await webhooks.post('/sms', { ...form, MessageSid: 'SMkeycap', Body: keycap }, { cookie })).toBe(
    wanted,
  )
})
