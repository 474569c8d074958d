/** On the real line, at most a fifth of what is heard in a topic is about keys, and it can be heard without pressing any. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { mainPlace } from '../../src/line/prepare.ts'
import { take } from '../../src/line/take.ts'
import type { Prompt } from '../../src/line/turn.ts'
import { secondsToSay } from '../../src/simulator/seconds.ts'
import { speakPhone, toSpeech } from '../../src/voice/speech.ts'
import { line, locales } from '../support/line.ts'

const texts = textsOf(line)

/** Seconds of a topic that is listened to from its first part to its choices: what it tells, and what is said of keys. */
export function listenTo(slug: string, locale: string, told?: true) {
  const { context, position } = mainPlace(line, 'voice', locale, line.settings.country)
  const word = line.locales[locale]?.resources.nodes[slug]?.word ?? ''
  const secondsOf = (prompts: readonly Prompt[]) =>
    secondsToSay(
      prompts.map((prompt) => ({
        kind: 'say',
        language: '',
        chunks: toSpeech(texts(locale, prompt, speakPhone), locale, 'normal').map((chunk) => ({ ...chunk, isSlow: false })),
      })),
    )
  let turn = take(line, told ? { ...position, told } : position, { kind: 'speech', words: word }, context)
  const prompts = [...turn.prompts]
  while (turn.expects.kind === 'answer' && turn.expects.seconds < 10) {
    turn = take(line, turn.position, { kind: 'silence' }, context)
    prompts.push(...turn.prompts)
  }
  const [tells, keys] = [true, false].map((isTold) =>
    secondsOf(prompts.filter(({ key }) => (key.startsWith('nodes:') || key === 'phrases:voice.last') === isTold)),
  )
  return { tells: tells ?? 0, keys: keys ?? 0 }
}

const shareOf = ({ tells, keys }: ReturnType<typeof listenTo>) => keys / (tells + keys)

describe.each(locales)('in %s', (locale) => {
  test('x', () => {
    const out = ['bone', 'hospice'].flatMap((slug) =>
      ([undefined, true] as const).map((told) => {
        const m = listenTo(slug, locale, told)
        return `${locale} ${slug} ${told} ${m.tells.toFixed(1)} ${m.keys.toFixed(1)} ${shareOf(m).toFixed(3)}`
      }),
    )
    expect(out).toEqual([])
  })
})
