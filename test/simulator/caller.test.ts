/**
 * A simulated caller gets from a document exactly what Twilio would give (docs/design/twilio.md section 3), so that a
 * document which listens wrongly fails the scripts of test/calls.
 */
import { describe, expect, test } from 'vitest'
import { type Caller, placeCall } from '../../src/simulator/caller.ts'
import type { FormFields, Post } from '../../src/simulator/transport.ts'

/** What follows a `<Gather>` in every document here, so that an empty entry leads to /empty. */
const THEN = '<Redirect method="POST">/empty</Redirect>'
const TO_ANSWER = 'action="/answer" method="POST"'

interface Played {
  readonly caller: Caller
  /** Path and result fields of each webhook after the first. */
  readonly webhooks: readonly (readonly [string, FormFields])[]
}

/** A call to a line whose first document has these verbs; every other document ends the call. */
async function call(verbs: string, act: (caller: Caller) => Promise<void> = async () => {}): Promise<Played> {
  const webhooks: [string, FormFields][] = []
  let isFirst = true
  const post: Post = async (path, fields) => {
    const { CallSid: _sid, CallStatus: _status, ...result } = fields
    if (!isFirst) webhooks.push([path, result])
    const body = `<Response>${isFirst ? verbs : `<Say>${path.slice(1)}</Say><Hangup/>`}</Response>`
    isFirst = false
    return { status: 200, body, cookie: null, language: null }
  }
  const caller = await placeCall(post, { CallSid: 'CA1' })
  await act(caller)
  return { caller, webhooks }
}

const gather = (attributes: string) => `<Gather ${TO_ANSWER} ${attributes}><Say>Bones?</Say></Gather>${THEN}`
const EMPTY = [['/empty', {}]]
const keys = (digits: string) => [['/answer', { Digits: digits }]]
const words = (speech: string) => [['/answer', { SpeechResult: speech, Confidence: '0.9' }]]

async function webhooksAfter(attributes: string, act: (caller: Caller) => Promise<void>) {
  return (await call(gather(attributes), act)).webhooks
}

describe('finishOnKey', () => {
  test.each(['#', '*'])('empty lets %s arrive as a key', async (key) => {
    expect(await webhooksAfter('finishOnKey="" numDigits="1"', (caller) => caller.press(key))).toEqual(
      keys(key),
    )
  })

  test('ends the entry and is not sent', async () => {
    expect(await webhooksAfter('finishOnKey="#"', (caller) => caller.press('21#'))).toEqual(keys('21'))
  })

  test('pressed first leaves the entry empty', async () => {
    expect(await webhooksAfter('finishOnKey="#" numDigits="1"', (caller) => caller.press('#'))).toEqual(EMPTY)
  })

  test('is # where the document leaves it out', async () => {
    expect(await webhooksAfter('numDigits="1"', (caller) => caller.press('#'))).toEqual(EMPTY)
  })

  test('may be another key, and then # arrives', async () => {
    expect(await webhooksAfter('finishOnKey="*"', (caller) => caller.press('#7*'))).toEqual(keys('#7'))
  })
})

describe('numDigits', () => {
  test('cuts off the keys after the last that it waits for', async () => {
    expect(await webhooksAfter('numDigits="1"', (caller) => caller.press('21'))).toEqual(keys('2'))
  })

  test('sends fewer keys after the timeout', async () => {
    expect(await webhooksAfter('numDigits="2"', (caller) => caller.press('7'))).toEqual(keys('7'))
  })

  test('left out takes any number of keys', async () => {
    expect(await webhooksAfter('', (caller) => caller.press('18002272345'))).toEqual(keys('18002272345'))
  })
})

describe('input', () => {
  test('dtmf does not hear words: they are dropped and the entry is empty', async () => {
    expect(await webhooksAfter('input="dtmf"', (caller) => caller.say('bones'))).toEqual(EMPTY)
  })

  test('is dtmf where the document leaves it out', async () => {
    expect(await webhooksAfter('', (caller) => caller.say('bones'))).toEqual(EMPTY)
  })

  test('speech does not take keys', async () => {
    expect(await webhooksAfter('input="speech"', (caller) => caller.press('1'))).toEqual(EMPTY)
  })

  test('dtmf speech takes keys', async () => {
    expect(await webhooksAfter('input="dtmf speech"', (caller) => caller.press('1'))).toEqual(keys('1'))
  })

  test('dtmf speech takes words', async () => {
    const spoken = await webhooksAfter('input="dtmf speech"', (caller) => caller.say('bones'))
    expect(spoken).toEqual(words('bones'))
  })

  test('hears no words in silence', async () => {
    expect(await webhooksAfter('input="speech"', (caller) => caller.say(' '))).toEqual(EMPTY)
  })
})

describe('an empty entry', () => {
  test('goes on with the verb after the <Gather>', async () => {
    expect(await webhooksAfter('', (caller) => caller.wait())).toEqual(EMPTY)
  })

  test('ends the call where no verb follows', async () => {
    const { caller, webhooks } = await call(`<Gather ${TO_ANSWER}/>`, (caller) => caller.wait())
    expect([caller.state.kind, webhooks]).toEqual(['ended', []])
  })

  test('goes on with the next verb where actionOnEmptyResult is false', async () => {
    expect(await webhooksAfter('actionOnEmptyResult="false"', (caller) => caller.wait())).toEqual(EMPTY)
  })

  test('is posted to the action where actionOnEmptyResult is true', async () => {
    expect(await webhooksAfter('actionOnEmptyResult="true"', (caller) => caller.wait())).toEqual([
      ['/answer', {}],
    ])
  })

  test('of a key that only ends it is posted as well where actionOnEmptyResult is true', async () => {
    const ended = await webhooksAfter('actionOnEmptyResult="true" finishOnKey="#"', (caller) =>
      caller.press('#'),
    )
    expect(ended).toEqual([['/answer', {}]])
  })
})

describe('the action of a <Gather>', () => {
  test('is the address of the document where it is left out', async () => {
    const { webhooks } = await call('<Gather numDigits="1"/>', (caller) => caller.press('1'))
    expect(webhooks).toEqual([['/voice', { Digits: '1' }]])
  })
})

describe('the state of a call that listens', () => {
  test('names all that the document sets', async () => {
    const attributes =
      'input="dtmf speech" numDigits="2" finishOnKey="" timeout="30" speechTimeout="auto" language="es-US" hints="huesos, piel" actionOnEmptyResult="true"'
    expect((await call(gather(attributes))).caller.state).toEqual({
      kind: 'listening',
      input: ['dtmf', 'speech'],
      digits: 2,
      finishOnKey: '',
      seconds: 30,
      speechSeconds: 'auto',
      language: 'es-US',
      hints: ['huesos', 'piel'],
      actionOnEmptyResult: true,
      action: '/answer',
      rest: [{ kind: 'redirect', to: '/empty' }],
    })
  })

  test('has the defaults of Twilio for the rest', async () => {
    expect((await call('<Gather/>')).caller.state).toEqual({
      kind: 'listening',
      input: ['dtmf'],
      digits: Number.POSITIVE_INFINITY,
      finishOnKey: '#',
      seconds: 5,
      speechSeconds: 5,
      language: '',
      hints: [],
      actionOnEmptyResult: false,
      action: '/voice',
      rest: [],
    })
  })

  test('waits for the end of speech as long as for its beginning where speechTimeout is left out', async () => {
    const { caller } = await call(gather('input="speech" timeout="10"'))
    expect(caller.state).toMatchObject({ seconds: 10, speechSeconds: 10, language: "Twilio's own" })
  })

  test('waits for the end of speech as long as speechTimeout says', async () => {
    const { caller } = await call(gather('input="speech" timeout="10" speechTimeout="3"'))
    expect(caller.state).toMatchObject({ seconds: 10, speechSeconds: 3 })
  })
})

describe('a prompt', () => {
  test('can be interrupted inside a <Gather> only', async () => {
    const { caller } = await call(`<Say>In an emergency, call.</Say>${gather('')}`)
    const heard = caller.heard.map(({ chunks, isInterruptible }) => [chunks[0]?.words, isInterruptible])
    expect(heard).toEqual([
      ['In an emergency, call.', false],
      ['Bones?', true],
    ])
  })

  test('is that of the last document only', async () => {
    const { caller } = await call(gather('numDigits="1"'), (caller) => caller.press('1'))
    expect(caller.heard.map(({ chunks }) => chunks[0]?.words)).toEqual(['answer'])
  })
})

describe('<Dial>', () => {
  const dial = `<Dial ${TO_ANSWER}>+15555550199</Dial>`

  test('rings as long as its timeout, 30 seconds where it is left out', async () => {
    const state = { kind: 'dialling', number: '+15555550199', seconds: 30, action: '/answer', screen: '' }
    expect((await call(dial)).caller.state).toEqual(state)
  })

  test.each([
    [true, { DialCallStatus: 'completed', DialCallDuration: '60', DialBridged: 'true' }],
    [false, { DialCallStatus: 'no-answer', DialBridged: 'false' }],
  ])('posts, when it is answered (%s), what became of it', async (answered, result) => {
    const { webhooks } = await call(dial, (caller) => caller.dialled(answered))
    expect(webhooks).toEqual([['/answer', result]])
  })

  test('asks the person who answers by the document of its <Number>', async () => {
    const asked = `<Dial ${TO_ANSWER}><Number url="/voice/screen" method="POST">+15555550199</Number></Dial>`
    await expect(call(asked, (caller) => caller.dialled(true))).rejects.toThrow(/asked nothing/)
  })
})

describe('what no caller can do is an error', () => {
  test('to press a key when the call has ended', async () => {
    await expect(call('<Hangup/>', (caller) => caller.press('1'))).rejects.toThrow(/does not listen/)
  })

  test('to answer when nobody is called', async () => {
    await expect(call(gather(''), (caller) => caller.dialled(true))).rejects.toThrow(/does not call/)
  })

  test('to be redirected more than ten times', async () => {
    const circle: Post = async () => ({
      status: 200,
      body: '<Response><Redirect method="POST">/voice</Redirect></Response>',
      cookie: null,
      language: null,
    })
    await expect(placeCall(circle, {})).rejects.toThrow(/in a circle/)
  })
})
