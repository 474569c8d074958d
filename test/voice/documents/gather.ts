/** Turns that expect an answer: the attributes of `<Gather>`, and where an empty one leads. */
import { phrase } from '../../../src/locale/phrases.ts'
import { oneKey, phoneNumber, type Row, render, words } from './document.ts'

const prompts = [words('Bones?')]
/** A part, and what can be done after it. */
const part = [words('Bones.', { isRead: true }), words('Lungs: 1.')]
const languageName = phrase('languageName')

export const gatherRows: readonly Row[] = [
  {
    name: 'a key or words answer, whichever comes first',
    rule: '`dtmf speech`: first input type wins',
    render: () => render({ prompts, expects: oneKey }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: '# and * are keys: none ends an entry',
    rule: "or `''` (capture all, then only numDigits/timeout ends)",
    render: () => render({ prompts, expects: oneKey, position: { trail: [{ node: 'bone', part: 2 }] } }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/bone-2" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/bone-2</Redirect>',
    ],
  },
  {
    name: 'a person who asked for more time gets 90 seconds, and time to think while they speak',
    rule: 's (starts after nested verbs end, or at first key)',
    render: () => render({ prompts, expects: { ...oneKey, seconds: 90 }, position: { wait: 'long' } }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="90" speechTimeout="4" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal-long/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal-long/main</Redirect>',
    ],
  },
  {
    name: 'a silent person gets 90 seconds at last',
    rule: '| timeout | s (starts after nested verbs end, or at first key) | 5 |',
    render: () =>
      render({
        prompts,
        expects: { ...oneKey, seconds: 90 },
        position: { retries: { reason: 'silence', count: 2 } },
      }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="90" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal-silence2/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal-silence2/main</Redirect>',
    ],
  },
  {
    name: 'speech ends after two seconds of silence: the first pause of a slow speaker is no end',
    rule: '| speechTimeout | int or `auto` | = timeout |',
    render: () => render({ prompts, expects: { ...oneKey, seconds: 20 } }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="20" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'while a part is read only keys are heard, and words after it',
    rule: 'falls through to the next verb unless actionOnEmptyResult=true',
    render: () => render({ prompts: part, expects: { ...oneKey, hints: [words('lungs')] } }),
    verbs: [
      '<Gather numDigits="1" finishOnKey="" action="/voice/{step}/en/normal/main" method="POST" input="dtmf" timeout="1"><Say voice="Polly.Joanna-Neural" language="en-US">Bones. <break time="600ms"/> </Say></Gather>',
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="9" speechTimeout="2" profanityFilter="false" language="en-US" hints="lungs" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Lungs: 1. <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'words are heard also while a part is read, where the operator pays for it',
    rule: '`dtmf speech`: first input type wins',
    render: () => render({ prompts: part, expects: oneKey }, '', 'always'),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones. <break time="600ms"/> Lungs: 1. <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'no words are heard, where the operator wants none',
    rule: '| input | `dtmf`, `speech`, `dtmf speech` | dtmf |',
    render: () => render({ prompts: part, expects: oneKey }, '', 'never'),
    verbs: [
      '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="10" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones. <break time="600ms"/> Lungs: 1. <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'speech is recognised in the language of the turn, by its own code',
    rule: '"passes through unchanged to the provider"',
    render: () => render({ prompts, expects: oneKey, position: { locale: 'es' } }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="es-MX" action="/voice/{step}/es/normal/main" method="POST"><Say voice="Polly.Lupe-Neural" language="es-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/es/normal/main</Redirect>',
    ],
  },
  {
    name: 'the choices help speech recognition, a number digit by digit',
    rule: '| hints | ≤500 entries × ≤100 chars, comma list | — |',
    render: () =>
      render({
        prompts,
        expects: {
          ...oneKey,
          hints: [words('bones'), words('skin & hair'), phoneNumber({ phone: '988', country: 'US' })],
        },
      }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" hints="bones, skin &amp; hair, 9 8 8" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'a choice of another language is a hint in that language',
    rule: 'comma list',
    render: () =>
      render({
        prompts,
        expects: { ...oneKey, hints: [languageName, { ...languageName, locale: 'es' }] },
      }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" hints="English, Español" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'a language without speech recognition listens for keys only, and gets no hints',
    rule: 'unsupported language+model → the Gather **fails**',
    render: () =>
      render({ prompts, expects: { ...oneKey, hints: [words('zo')] }, position: { locale: 'ht' } }),
    verbs: [
      '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="10" action="/voice/{step}/ht/normal/main" method="POST"><Say voice="Polly.Lea-Neural" language="fr-FR">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/ht/normal/main</Redirect>',
    ],
  },
  {
    name: 'in a language without a voice, what nobody has recorded is said in the source language, and keys only are heard',
    rule: 'Bad voice/language pair → error and **the Say fails**',
    render: () => render({ prompts, expects: oneKey, position: { locale: 'so' } }),
    verbs: [
      '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="10" action="/voice/{step}/so/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/so/normal/main</Redirect>',
    ],
  },
  {
    name: 'no key interrupts the emergency sentence, which is said before the line listens',
    rule: 'Key press stops the nested prompt at once (barge-in)',
    render: () =>
      render({ prompts: [words('Call 9 1 1.', { bargeIn: false }), ...prompts], expects: oneKey }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Call 9 1 1. <break time="600ms"/> </Say>',
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'nothing is said while the line listens where no key interrupts anything',
    rule: 'Key press stops the nested prompt at once (barge-in)',
    render: () => render({ prompts: [words('Call 9 1 1.', { bargeIn: false })], expects: oneKey }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Call 9 1 1. <break time="600ms"/> </Say>',
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"/>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'a prompt without barge-in after one that a key interrupts stays inside the <Gather>',
    rule: 'Key press stops the nested prompt at once (barge-in)',
    render: () =>
      render({ prompts: [...prompts, words('Call 9 1 1.', { bargeIn: false })], expects: oneKey }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal/main" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US">Bones? <break time="600ms"/> Call 9 1 1. <break time="600ms"/> </Say></Gather>',
      '<Redirect method="POST">/voice/{step}/en/normal/main</Redirect>',
    ],
  },
  {
    name: 'the webhook is reached under its own path, at the next step',
    rule: 'text = absolute or relative URL, rest unreachable',
    render: () =>
      render(
        {
          prompts,
          expects: oneKey,
          position: {
            pace: 'slow',
            trail: [
              { node: 'main', part: 1 },
              { node: 'bone', part: 2 },
            ],
          },
        },
        '/line',
      ),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="4" profanityFilter="false" language="en-US" action="/line/voice/{step}/en/slow/main/bone-2" method="POST"><Say voice="Polly.Joanna-Neural" language="en-US"><prosody rate="88%">Bones?</prosody> <break time="1200ms"/> </Say></Gather>',
      '<Redirect method="POST">/line/voice/{step}/en/slow/main/bone-2</Redirect>',
    ],
  },
  {
    name: 'an empty entry leads to the same address without a key',
    rule: 'always put `<Redirect>` (or a "no input" branch) after Gather',
    render: () =>
      render({ prompts: [], expects: oneKey, position: { retries: { reason: 'key', count: 1 } } }),
    verbs: [
      '<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="10" speechTimeout="2" profanityFilter="false" language="en-US" action="/voice/{step}/en/normal-key1/main" method="POST"/>',
      '<Redirect method="POST">/voice/{step}/en/normal-key1/main</Redirect>',
    ],
  },
]
