/** Turns that expect no answer, apologies, and replies to texts. */

import { positionAt } from '../../../src/line/position.ts'
import { mainPlace } from '../../../src/line/prepare.ts'
import { renderText, writeText } from '../../../src/sms/render.ts'
import { createVoiceApology, renderFinalApology } from '../../../src/voice/apology.ts'
import { end, line, type Row, render, texts, words } from './document.ts'

const FALLBACK = 'Without it: voice = recorded\n"application error" message then hangup'
const apology = createVoiceApology(line, texts, '/line')

export const endRows: readonly Row[] = [
  {
    name: 'a call that is connected comes back to the line when the other side hangs up or does not answer',
    rule: '`<Dial action>` adds `DialCallStatus',
    render: () =>
      render({
        prompts: [words('We connect you.')],
        expects: { kind: 'dial', to: { phone: '+18002272345', country: 'US' }, seconds: 25 },
      }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">We connect you. <break time="600ms"/> </Say>',
      '<Dial action="/voice/{step}/en/normal/main" method="POST" timeout="25" timeLimit="3600">+18002272345</Dial>',
    ],
  },
  {
    name: 'a person of the line is asked before they are connected, while the caller hears it ring',
    rule: "`<Number url>`: TwiML that runs on the called party's end",
    render: () =>
      render({
        prompts: [],
        position: positionAt(line.person, 'en'),
        expects: {
          kind: 'dial',
          to: { phone: '+15555550199', country: 'US' },
          seconds: 25,
          callerId: '+15555550100',
        },
      }),
    verbs: [
      `<Dial action="/voice/{step}/en/normal/${line.person}" method="POST" timeout="25" timeLimit="3600" callerId="+15555550100" answerOnBridge="true"><Number url="/voice/screen/en/ask" method="POST">+15555550199</Number></Dial>`,
    ],
  },
  {
    name: 'the end of a call hangs up after the last words',
    rule: '`<Hangup/>`',
    render: () => render({ prompts: [words('Goodbye.')], expects: end }),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Goodbye. <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
]

export const apologyRows: readonly Row[] = [
  {
    name: 'after an error the main menu is said in full',
    rule: FALLBACK,
    render: () => apology('es', 'US').again,
    verbs: [
      '<Say voice="Polly.Lupe-Neural" language="es-US">Sorry (es-US). <break time="400ms"/> In an emergency, call 9 1 1. <break time="400ms"/> The menu follows. <break time="600ms"/> </Say>',
      '<Redirect method="POST">/line/voice/{step}/anew/es/normal/main</Redirect>',
    ],
  },
  {
    name: 'after a second error the numbers that can be called are said, and the call ends',
    rule: FALLBACK,
    render: () => apology('en', 'US').last,
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Sorry (en-US). <break time="400ms"/> In an emergency, call 9 1 1. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Joanna-Neural" language="en-US">Crisis &amp; suicide line: for dark thoughts. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Joanna-Neural" language="en-US">Call 9 8 8. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Joanna-Neural" language="en-US">Please call later (en-US). <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'in a country without a directory no number is said',
    rule: FALLBACK,
    render: () => apology('ht', 'AQ').last,
    verbs: [
      '<Say voice="Polly.Lea-Neural" language="fr-FR">Sorry (fr-FR). <break time="400ms"/> In an emergency, call your emergency number. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lea-Neural" language="fr-FR">Please call later (fr-FR). <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
  {
    name: 'without a language the emergency number comes first in every language',
    rule: 'ship a static fallback TwiML',
    render: () =>
      renderFinalApology([mainPlace(line, 'voice', 'en', 'AQ'), mainPlace(line, 'voice', 'es', 'US')], texts),
    verbs: [
      '<Say voice="Polly.Joanna-Neural" language="en-US">Sorry (en-US). <break time="400ms"/> In an emergency, call your emergency number. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lupe-Neural" language="es-US">Sorry (es-US). <break time="400ms"/> In an emergency, call 9 1 1. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Joanna-Neural" language="en-US">Please call later (en-US). <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lupe-Neural" language="es-US">Crisis &amp; suicide line: for dark thoughts. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lupe-Neural" language="es-US">Call 9 8 8. <break time="600ms"/> </Say>',
      '<Say voice="Polly.Lupe-Neural" language="es-US">Please call later (es-US). <break time="600ms"/> </Say>',
      '<Hangup/>',
    ],
  },
]

export const textRows: readonly Row[] = [
  {
    name: 'a reply is one <Message>, with its lines',
    rule: '`<Response><Message>…</Message></Response>`',
    render: () =>
      renderText(
        writeText(texts, {
          prompts: [words('Bones & joints'), words('988')],
          expects: { kind: 'answer', seconds: 10, hints: [] },
          position: positionAt('main', 'en'),
          tallies: [],
        }),
      ),
    verbs: ['<Message>Bones &amp; joints\n988</Message>'],
  },
  {
    name: 'nothing is sent after a stop word',
    rule: 'Empty `<Response/>` = no reply',
    render: () =>
      renderText(
        writeText(texts, {
          prompts: [words('Bye.')],
          expects: end,
          position: positionAt('main', 'en'),
          tallies: [],
        }),
      ),
    verbs: [],
  },
]
