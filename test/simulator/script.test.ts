/** Scripts: what is read from their text, and what is written as one line. */
import { describe, expect, test } from 'vitest'
import { conversationHeading, readScript } from '../../src/simulator/script.ts'
import { shorten } from '../../src/simulator/shorthand.ts'
import { startPlayer } from '../../src/simulator/transcript.ts'
import type { Post } from '../../src/simulator/transport.ts'

const PERSON = 'For a person, press 0.'
const BACK = 'To go back, press star.'
const AGAIN = 'To hear this again, press 8.'
const shorthands = [
  { name: '[few controls]', lines: [PERSON, BACK] },
  { name: '[controls]', lines: [PERSON, BACK, AGAIN] },
] as const

describe('a script', () => {
  const call = 'CALL from US, to +15555550100, controls spelled out: nobody is there'
  const texts = 'TEXTS from MX, to +15555550100'
  const script = `${call}\n\nLine     Plainline.\n\nCaller   presses 1\n\nPerson   answers\n\n\n${texts}\n\nTexter   BONE\n`

  test('holds conversations one after another, each with its steps', () => {
    expect(readScript(script).map(({ steps }) => steps)).toEqual([['presses 1', 'answers'], ['BONE']])
  })

  test('has headings that are written as they are read', () => {
    expect(readScript(script).map(conversationHeading)).toEqual([call, texts])
  })

  test.each([
    ['without a heading', 'Line     Plainline.\n'],
    ['with a step before the first heading', `Caller   presses 1\n\n${call}\n`],
  ])('is refused %s', (_name, text) => {
    expect(() => readScript(text)).toThrow()
  })
})

describe('a caller who waits', () => {
  const gather = (seconds: number) =>
    `<Response><Gather timeout="${seconds}" action="/go" method="POST"><Say>Four words are said.</Say></Gather><Redirect method="POST">/go</Redirect></Response>`
  /** The line waits 10 seconds, then 5 each time. */
  const play = async (seconds: number) => {
    const post: Post = async (path) => ({
      status: 200,
      body: gather(path === '/voice' ? 10 : 5),
      cookie: null,
      language: null,
    })
    const call = {
      channel: 'voice',
      country: 'US',
      to: '+15555550100',
      title: '',
      controls: 'short',
    } as const
    const player = await startPlayer({ ...call, steps: [] }, { post, countSegments: () => 1, controls: [] })
    return (await player.perform(`waits ${seconds} seconds`)).split('Four words').length - 1
  }

  test.each([
    [9, 0],
    [10, 1],
    // What the line says takes its time as well: 1.6 seconds.
    [16, 1],
    [17, 2],
  ])('%s seconds hears the line speak %s times', async (seconds, times) => {
    expect(await play(seconds)).toBe(times)
  })
})

describe('controls', () => {
  test('are written as one line where they are exactly the standard ones', () => {
    expect(shorten(['Bones.', PERSON, BACK, AGAIN, 'Bye.'], shorthands)).toEqual([
      'Bones.',
      '[controls]',
      'Bye.',
    ])
  })

  test('have another name where one is missing at the end', () => {
    expect(shorten(['Bones.', PERSON, BACK], shorthands)).toEqual(['Bones.', '[few controls]'])
  })

  test.each([
    ['a word differs', [PERSON, 'To go back, press 1.', AGAIN]],
    ['one is missing', [PERSON, AGAIN]],
    ['their order differs', [BACK, PERSON, AGAIN]],
  ])('keep their words where %s', (_name, lines) => {
    expect(shorten(lines, shorthands)).toEqual(lines)
  })
})
