/** On the real line, at most a fifth of what is heard in a topic is about keys, and it can be heard without pressing any. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { partsAt } from '../../src/line/nodes/index.ts'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import type { Prompt } from '../../src/line/turn.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { secondsToSay } from '../../src/simulator/seconds.ts'
import { speakPhone, toSpeech } from '../../src/voice/speech.ts'
import { spokenLanguage } from '../../src/voice/spoken-language.ts'
import { line, locales } from '../support/line.ts'

const texts = textsOf(line)
const ARRIVAL = { kind: 'arrival' } as const
const SILENCE = { kind: 'silence' } as const
const context = { channel: 'voice', country: line.settings.country, staffed: false, called: null } as const

const chunksOf = (locale: string, wording: Wording) =>
  toSpeech(texts(locale, wording, speakPhone), spokenLanguage(line, locale), 'normal').map((chunk) => ({
    ...chunk,
    isSlow: false,
  }))
const secondsOf = (locale: string, prompts: readonly Prompt[]) =>
  secondsToSay(prompts.map((prompt) => ({ kind: 'say', language: '', chunks: chunksOf(locale, prompt) })))
const partsOf = (slug: string) =>
  partsAt({ line, context, position: positionAt(slug, line.settings.locales[0] ?? '') })

/** Seconds of a topic that is listened to from its first part to its choices: what it tells, and what is said of keys. */
function listenTo(slug: string, locale: string, told?: true) {
  const position = positionAt(line.main, locale)
  const word = line.locales[locale]?.resources.nodes[slug]?.word ?? ''
  let turn = take(line, told ? { ...position, told } : position, { kind: 'speech', words: word }, context)
  const prompts = [...turn.prompts]
  while (turn.expects.kind === 'answer' && turn.expects.seconds < 10) {
    turn = take(line, turn.position, SILENCE, context)
    prompts.push(...turn.prompts)
  }
  const isTold = ({ key }: Prompt) => key.startsWith('nodes:') || key === 'phrases:voice.last'
  const tells = secondsOf(locale, prompts.filter(isTold))
  const keys = secondsOf(
    locale,
    prompts.filter((prompt) => !isTold(prompt)),
  )
  return { tells, keys, share: keys / (tells + keys) }
}

describe.each(locales)('in %s', (locale) => {
  test.each(['bone', 'hospice'])(
    'a fifth of %s is about keys at most, and less in every later topic',
    (slug) => {
      const [first, later] = [listenTo(slug, locale), listenTo(slug, locale, true)]
      expect(Number(first.share.toFixed(2))).toBeLessThanOrEqual(0.2)
      expect(later.share).toBeLessThan(0.16)
    },
  )

  test('every topic comes to its choices, then to the goodbye, without a key', () => {
    for (const [slug, { kind }] of Object.entries(line.nodes)) {
      if (kind !== 'topic') continue
      let turn = take(
        line,
        { ...positionAt(line.main, locale), trail: [{ node: slug, part: 1 }] },
        ARRIVAL,
        context,
      )
      let silences = 0
      for (; turn.expects.kind === 'answer'; silences += 1) turn = take(line, turn.position, SILENCE, context)
      expect(silences, slug).toBe(partsOf(slug) + 2)
      expect(turn.expects.kind).toBe('nothing')
    }
  })

  test('an option has eight words at most, and all options of a menu are said in 30 seconds', () => {
    for (const [slug, { kind }] of Object.entries(line.nodes)) {
      if (kind !== 'menu') continue
      const { prompts } = take(line, positionAt(slug, locale), ARRIVAL, context)
      const options = prompts.filter(({ key }) => /ption$/.test(key))
      // With its key.
      for (const option of options)
        expect(texts(locale, option, speakPhone).split(/\s+/).length, slug).toBeLessThanOrEqual(8 + 3)
      expect(secondsOf(locale, options), slug).toBeLessThanOrEqual(30)
    }
  })
})
