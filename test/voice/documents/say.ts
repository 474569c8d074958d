/** What a turn says: `<Say>`, its voices, its pauses and its lengths. Each of these turns ends the call. */
import { end, phoneNumber, type Row, render, words } from './document.ts'

const POLLY =
  'Safe set: `break`, `p`, `s`, `say-as interpret-as="telephone|spell-out|characters"`, `prosody rate`'
const ENCODED = 'URL-encoded string ≤ 4500'

export const sayRows: readonly Row[] = [
  {
    name: 'breaths, sentences and prompts end in longer and longer pauses',
    rule: POLLY,
    render: () =>
      render({ prompts: [words('Bones, | press 1.'), words('It hurts. Call us.')], expects: end }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Bones, <break time="300ms"/> press 1. <break time="600ms"/> It hurts. <break time="400ms"/> Call us. <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'the slower pace slows the words and doubles the pauses',
    rule: '`prosody rate`',
    render: () =>
      render({ prompts: [words('Bones, | press 1. Or wait.')], expects: end, position: { pace: 'slow' } }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US"><prosody rate="88%">Bones,</prosody> <break time="600ms"/> <prosody rate="88%">press 1.</prosody> <break time="900ms"/> <prosody rate="88%">Or wait.</prosody> <break time="1200ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'a prompt in another language has the voice of that language',
    rule: 'Bad voice/language pair → error and **the Say fails**',
    render: () =>
      render({
        prompts: [words('Press 1.'), words('Oprima 2.', { locale: 'es' }), words('Or wait.')],
        expects: end,
      }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Press 1. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lupe-Neural" language="es-US">Oprima 2. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Joanna-Neural" language="en-US">Or wait. <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'a telephone number is read digit by digit, in its groups',
    rule: '"12345" is read as a number, "1 2 3 4 5" as digits',
    render: () => render({ prompts: [phoneNumber({ phone: '+18002272345', country: 'US' })], expects: end }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">1 <break time="300ms"/> 8 0 0 <break time="300ms"/> 2 2 7 <break time="300ms"/> 2 3 4 5 <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'words that mean something in XML are escaped',
    rule: 'bad XML, bad TwiML',
    render: () => render({ prompts: [words('Is it <5 & "safe"?')], expects: end }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Is it &lt;5 &amp; "safe"? <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: '3,000 characters, URL-encoded, are one <Say>',
    rule: ENCODED,
    render: () => render({ prompts: [words('é'.repeat(250)), words('a'.repeat(1500))], expects: end }),
    verbs: [
      `<Say voice="Polly.Joanna-Neural" language="en-US">${'é'.repeat(250)} <break time="600ms"/> ${'a'.repeat(1500)} <break time="600ms"/> </Say>`,
      '<Hangup/>',
    ],
  },
  {
    name: '3,001 characters, URL-encoded, are two',
    rule: ENCODED,
    render: () => render({ prompts: [words('é'.repeat(250)), words('a'.repeat(1501))], expects: end }),
    verbs: [
      `<Say voice="Polly.Joanna-Neural" language="en-US">${'é'.repeat(250)} <break time="600ms"/> </Say>`,
      `<Say voice="Polly.Joanna-Neural" language="en-US">${'a'.repeat(1501)} <break time="600ms"/> </Say>`,
      '<Hangup/>',
    ],
  },
]
