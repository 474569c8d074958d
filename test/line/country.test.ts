/** A country that somebody says they are in: its numbers hold from then on, by phone and by text. */
import { describe, expect, test } from 'vitest'
import {
  act,
  arrival,
  at,
  counted,
  heard,
  key,
  locale,
  pathOf,
  read,
  say,
  text,
} from '../support/fixture-person.ts'
import { CALLER, startWebhooks } from '../support/fixture-webhooks.ts'

const bone = at('main', 'bone')
const inBritain = { ...bone, country: 'GB' }

describe('the country that a message says its writer is in', () => {
  const texted = act(text('Hello, I am in the UK now, please'), bone)

  test('is answered with its emergency number, and kept', () => {
    expect(read(texted)).toEqual(['Numbers are now for Britain. Emergency: 999.', 'Reply MENU or PERSON.'])
    expect(pathOf(texted)).toBe(`${locale}/normal-inGB/main/bone`)
    expect(counted(texted)).toEqual(['message', 'reply country'])
  })

  test('is answered by phone too, then come the options', () => {
    const turn = act(say('calling from England'), at('main', 'body'))
    expect(heard(turn)).toEqual([
      'Numbers are now for Britain. Call 9 9 9 in an emergency.',
      'Bones, press 1.',
      'How long people live: 2.',
      'For a person, press 0.',
    ])
    expect(pathOf(turn)).toBe(`${locale}/normal-inGB/main/body`)
  })

  test('decides the helplines, the emergency number and the parts of topics from then on', () => {
    const person = act(text('person'), texted.position)
    expect(read(person).join(' ')).toContain('Listeners')
    expect(pathOf(person)).toContain('normal-inGB')
    expect(pathOf(act(key('#'), { ...inBritain, trail: [{ node: 'bone', part: 2 }] }))).toContain('bone-3')
    expect(read(act(text('my legs went numb'), inBritain))[0]).toContain('999')
  })

  test('stays on the way through menus, languages and silence', () => {
    for (const event of [
      key('*'),
      key('9'),
      text('menu'),
      text('العربية'),
      arrival,
      { kind: 'silence' } as const,
    ])
      expect(pathOf(act(event, inBritain))).toContain('normal-inGB')
  })

  test('may change again', () => {
    expect(pathOf(act(text('america'), inBritain))).toContain('-inUS')
  })

  test('goes before the number in an answer to danger that names it', () => {
    const turn = act(text('my legs went numb, I am in England'), bone)
    expect(read(turn)[0]).toContain('999')
    expect(read(turn).join(' ')).not.toContain('Numbers are now')
    expect(pathOf(turn)).toContain('-inGB')
  })

  test('stands before the answer to what else is asked', () => {
    const turn = act(text('I am in England. Cancer in the bones'), at('main'))
    expect(read(turn)[0]).toBe('Numbers are now for Britain. Emergency: 999.')
    expect(pathOf(turn)).toBe(`${locale}/normal-inGB/main/bone`)
  })

  test('is answered to a first text in the language of the words around it', () => {
    const turn = act(text('انا في انجلترا'), null)
    expect(read(turn)).toEqual([expect.stringContaining('بريطانيا'), expect.any(String)])
    expect(pathOf(turn)).toBe('ar/normal-inGB/main')
  })
})

test.each([
  'UK',
  'from england',
  'I am in Leeds, England',
  'i am in engalnd',
  'イギリスにいます',
  'bonjou, mwen nan Grann Bretay',
])('"%s" says where its writer is', (words) => {
  expect(pathOf(act(text(words), bone))).toContain('-inGB')
})

test.each([
  'us',
  'is it better in England',
  'I am in England next week',
  'I am in England in May',
  'if I am in England',
  'I am not in England',
  'my sister is in England',
  'the england team',
])('"%s" does not', (words) => {
  expect(pathOf(act(text(words), bone))).not.toContain('-in')
})

describe('over webhooks', () => {
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

  test('a text conversation keeps the country in its cookie, and so does an apology', async () => {
    const line = startWebhooks()
    await line.post('/sms', { From: CALLER, Body: 'I am in the UK' })
    const cookie = cookieOf(line.response())
    expect(await line.post('/sms', { From: CALLER, Body: 'my legs went numb' }, { cookie })).toContain('999')
    expect(await line.post('/sms/fallback', { From: CALLER }, { cookie })).toContain('999')
    expect(await line.post('/sms/fallback', { From: CALLER })).toContain('911')
  })

  test('a call keeps it in its addresses, and an apology reads it there', async () => {
    const line = startWebhooks()
    const twiml = await line.post(`/voice/3/${locale}/normal/main/body`, {
      From: CALLER,
      SpeechResult: 'I am in England',
    })
    expect(twiml).toContain(`${locale}/normal-inGB/main/body`)
    expect(await line.post(`/voice/4/${locale}/normal-inGB/main`, { From: CALLER, Digits: '0' })).toContain(
      'Listeners',
    )
  })
})
