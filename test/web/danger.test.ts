/** Danger through the webhooks of calls and texts: the rule, the numbers, a person and the menu, and nothing else. */
import { describe, expect, test } from 'vitest'
import { CALLED, CALLER, type FixtureWebhooks, startWebhooks } from '../support/fixture-webhooks.ts'

const from = { From: CALLER, To: CALLED, FromCountry: 'US' }
let sent = 0

async function send(line: FixtureWebhooks, Body: string, cookie = ''): Promise<string> {
  sent += 1
  const xml = await line.post('/sms', { ...from, MessageSid: `SM${sent}`, Body }, { cookie })
  return /<Message[^>]*>([^<]*)/.exec(xml)?.[1] ?? ''
}

const wordsOf = (xml: string) =>
  xml
    .replace(/<Redirect[\s\S]*/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

async function hear(line: FixtureWebhooks, SpeechResult: string) {
  const xml = await line.post('/voice/2/en/normal/main/body', { ...from, CallSid: 'CA1', SpeechResult })
  const [uninterrupted = ''] = xml.split('<Gather')
  return {
    words: wordsOf(xml),
    uninterrupted: wordsOf(uninterrupted),
    next: /action="([^"]+)"/.exec(xml)?.[1] ?? '',
  }
}

const cookieOf = (line: FixtureWebhooks) =>
  (line.response().headers.get('set-cookie') ?? '').split(';')[0] ?? ''

describe.each([
  [
    'a sign',
    'my legs went numb',
    'Call 9 1 1 now, and lie flat.',
    'Call 911 now, and lie flat.\nReply MENU or PERSON.',
    'emergency',
  ],
  [
    'another sign',
    'she cannot breathe',
    'Call 9 1 1 now, and sit up.',
    'Call 911 now, and sit up.\nReply MENU or PERSON.',
    'emergency',
  ],
  [
    'a cry',
    'i want to die how long do i have',
    'You matter. Call Crisis Line: 9 8 8. Or text 9 8 8. If you might act, call 9 1 1.',
    'You matter. Call 988 or text 988. If you might act, call 911.\nReply MENU or PERSON.',
    'crisis',
  ],
])('%s of danger', (_what, words, said, texted, counted) => {
  test('said, is answered before all else, then come the options and a person', async () => {
    const line = startWebhooks()
    const answer = await hear(line, words)
    expect(answer.words).toBe(`${said} Bones, press 1. How long people live: 2. For a person, press 0.`)
    expect(answer.uninterrupted).toBe(said)
    expect(answer.next).toBe('/voice/3/en/normal/main/body')
    expect(line.counted).toEqual([`voice en ${counted}`])
  })

  test('texted first, gets nothing but its answer', async () => {
    const line = startWebhooks()
    expect(await send(line, words)).toBe(texted)
    expect(line.counted).toEqual(['sms en message', `sms en ${counted}`])
  })

  test('texted at a topic, gets the same, and MORE goes on where they were', async () => {
    const line = startWebhooks()
    await send(line, 'bone')
    expect(await send(line, words, cookieOf(line))).toBe(texted)
    expect(await send(line, 'more', cookieOf(line))).toMatch(/^Numb legs\? Call 911\./)
  })
})

test('a cry is answered in its own language in a conversation in another', async () => {
  const line = startWebhooks()
  await send(line, 'bone')
  expect(await send(line, 'mwen vle mouri', cookieOf(line))).toBe(
    'Rele 988 oswa voye 988. 911.\nVoye MENI oswa MOUN.',
  )
  expect(line.counted.slice(-1)).toEqual(['sms ht crisis'])
})

test('a question for one part gets it at once by both, and goes on from it', async () => {
  const line = startWebhooks()
  const { words, next } = await hear(line, 'what are the warning signs in my bones')
  expect(words).toMatch(/^Bones, part 2\. If your legs go numb, call 9 1 1\. That is all on bones\./)
  expect(next).toMatch(/\/bone-2$/)
  expect(await send(line, 'what are the warning signs in my bones')).toBe(
    'Bones\nNumb legs? Call 911.\nReply OUTLOOK, MENU or PERSON.\nEmergency: 911',
  )
  expect(await send(line, 'more', cookieOf(line))).toBe('That is all. MENU or PERSON.')
})

test('an answer to a consent is read as one: yes goes on, no is answered kindly', async () => {
  const line = startWebhooks()
  await send(line, 'outlook')
  const asked = cookieOf(line)
  expect(await send(line, 'no', asked)).toBe('That is all right. MENU: topics.')
  expect(await send(line, 'sure', asked)).toMatch(/^Outlook\nMany live for years\./)
  expect(await send(line, 'YES', asked)).toMatch(/^Outlook\nMany live for years\./)
})
