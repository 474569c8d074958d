/** The simulator refuses what Twilio refuses (docs/design/twilio.md sections 2 and 3), so that no test passes on what no caller hears. */
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'

const inResponse = (verbs: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`
const say = (words: string, voice = 'Polly.Joanna-Neural') =>
  inResponse(`<Say voice="${voice}" language="en-US">${words}</Say>`)

describe('a document is performed', () => {
  test.each([
    ['an empty one', inResponse('')],
    ['a message', inResponse('<Message>Bones &amp; joints</Message>')],
    ['words with pauses', say('Bones.<break time="600ms"/><prosody rate="88%">Slowly.</prosody>')],
    ['another voice', say('Xin chào', 'Google.vi-VN-Wavenet-A')],
    [
      'a question',
      inResponse(
        '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="auto" language="yue-Hant-HK" hints="bone, lung" action="/voice/1/en" method="POST"><Say>Bones?</Say></Gather><Redirect method="POST">/voice/1/en</Redirect>',
      ),
    ],
    [
      'a call on to somebody',
      inResponse('<Dial action="/voice/1" method="POST" timeout="30">+15555550199</Dial>'),
    ],
    ['an end', inResponse('<Hangup/>')],
  ])('%s', (_name, xml) => {
    expect(() => readTwiml(xml)).not.toThrow()
  })
})

describe('a document is refused', () => {
  test.each([
    ['that is no XML', '<Response><Say>', /not well-formed/],
    ['that is another document', '<html/>', /begins with <Response>/],
    ['with an unknown verb', inResponse('<Sing/>'), /knows <Sing>|<Sing> may not stand/],
    ['with a verb in small letters', inResponse('<say>Bones</say>'), /<say>/],
    [
      'with an unknown attribute',
      inResponse('<Hangup reason="busy"/>'),
      /<Hangup> has no attribute "reason"/,
    ],
    ['with a verb inside another', inResponse('<Gather><Dial>+15555550199</Dial></Gather>'), /may not stand/],
    ['with a tag that voices do not know', say('<emphasis>Bones</emphasis>'), /<emphasis>/],
    ['with words outside a verb', inResponse('Bones'), /<Response> cannot say "Bones"/],
    ['that waits for no time', inResponse('<Gather timeout="0"/>'), /<Gather timeout> cannot be "0"/],
    ['that listens in no way', inResponse('<Gather input="voice"/>'), /<Gather input>/],
    ['that waits for two keys to finish', inResponse('<Gather finishOnKey="#*"/>'), /<Gather finishOnKey>/],
    ['with a hint over 100 characters', inResponse(`<Gather hints="${'x'.repeat(101)}"/>`), /<Gather hints>/],
    ['with over 500 hints', inResponse(`<Gather hints="${'x,'.repeat(500)}x"/>`), /<Gather hints>/],
    [
      'that posts empty entries by another word than true',
      inResponse('<Gather actionOnEmptyResult="yes"/>'),
      /<Gather actionOnEmptyResult>/,
    ],
    ['that goes on by GET', inResponse('<Redirect method="GET">/voice</Redirect>'), /<Redirect method>/],
    ['that leads nowhere', inResponse('<Redirect></Redirect>'), /<Redirect> cannot say ""/],
    ['that calls what is no number', inResponse('<Dial>911</Dial>'), /<Dial> cannot say "911"/],
    ['with a voice that is none', say('Bones', 'Joanna'), /<Say voice> cannot be "Joanna"/],
    ['with a <Say> over 3,000 characters', say('a'.repeat(3001)), /over the 3000 of Polly/],
    ['with a <Say> over 4,500 when encoded', say('é'.repeat(751)), /4506 characters, URL-encoded/],
    [
      'with a <Say> that its pauses make too long',
      say('Bones.<break time="600ms"/>'.repeat(200), 'Google.vi-VN-Wavenet-A'),
      /over the 5000 of Google/,
    ],
    [
      'with a message over 1,600 characters',
      inResponse(`<Message>${'x'.repeat(1601)}</Message>`),
      /<Message>/,
    ],
    ['over 64 KB', inResponse(say('Bones').repeat(1000)), /A document of \d+ bytes is over 64000/],
  ])('%s', (_name, xml, sentence) => {
    expect(() => readTwiml(xml)).toThrow(sentence)
  })
})
