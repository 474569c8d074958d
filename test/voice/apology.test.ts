/** What a caller hears when something of ours failed. */
import { expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { mainPlace } from '../../src/line/prepare.ts'
import { createVoiceApology, renderFinalApology } from '../../src/voice/apology.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale, otherLocale } from '../support/fixture-person.ts'

const texts = textsOf(fixtureLine)
const apology = (language: string, country: string) =>
  createVoiceApology(fixtureLine, texts, '/line')(language, country)
const said = (twiml: string) =>
  twiml
    .replace(/<\?xml[^>]*>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('the emergency number of their country, then the main menu, told in full', () => {
  expect(apology(locale, 'GB').again).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Say voice="Polly.Joanna-Neural" language="en-US">' +
      'Something went wrong. <break time="400ms"/> In an emergency, call 9 9 9. <break time="600ms"/> </Say>' +
      `<Redirect method="POST">/line/voice/{step}/anew/${locale}/normal/main</Redirect></Response>`,
  )
})

test('where that fails too, whom to call, and the end of the call', () => {
  const { last } = apology(locale, 'US')
  expect(said(last)).toBe(
    'This line cannot answer. In an emergency, call 9 1 1. ' +
      'Crisis Line, for help in a crisis. The number is: 9 8 8. ' +
      'Cancer Line, for questions. The number is: 1 8 0 0 5 5 5 0 1 0 1. ' +
      'Breast Line, for a talk. The number is: 1 8 0 0 5 5 5 0 1 0 2. ' +
      'Please call later.',
  )
  expect(last).toMatch(/<Hangup\/><\/Response>$/)
})

test('in a country without numbers, words for the emergency number', () => {
  expect(said(apology(locale, 'FR').last)).toBe(
    'This line cannot answer. In an emergency, call your local emergency number (the United States: 9 1 1). Please call later.',
  )
})

test('in several languages, the emergency number in all of them first', () => {
  const places = [locale, otherLocale].map((each) => mainPlace(fixtureLine, 'voice', each, 'GB'))
  const twiml = renderFinalApology(places, texts)
  const voices = [...twiml.matchAll(/<Say voice="([^"]+)" language="([^"]+)">/g)].map(
    ([, , language]) => language,
  )
  expect(voices.slice(0, 3)).toEqual(['en-US', 'arb', 'en-US'])
  expect(voices.at(-1)).toBe('arb')
  expect(said(twiml)).toMatch(/^This line cannot answer\. In an emergency, call 9 9 9\. هذا الخط لا يجيب\./)
})
