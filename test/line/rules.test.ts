/** Of the real line: each sign of danger has its rule, each reply its words, on both channels and in every language. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import { writeText } from '../../src/sms/render.ts'
import { sms, voice } from '../support/fixture-person.ts'
import { files, line, locales } from '../support/line.ts'

const texts = textsOf(line)
const MOST_EXAMPLES = 60
const examples: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = Object.fromEntries(
  locales.map((locale) => [locale, JSON.parse(String(files[`locales/${locale}/examples.json`]))]),
)
/** Of the examples that lead to one label alone, so many from all of them: each takes a turn of the engine. */
const examplesOf = (locale: string, label: string): readonly string[] => {
  const all = examples[locale]?.[label] ?? []
  const stride = Math.ceil(all.length / MOST_EXAMPLES)
  return all.filter((_, index) => index % stride === 0)
}

describe.each(locales)('in %s', (locale) => {
  const resources = line.locales[locale]?.resources
  const rules = resources?.rules ?? {}
  const replies = resources?.replies ?? {}
  const commands = line.locales[locale]?.commands
  const main = positionAt(line.main, locale)
  const texted = (words: string) => {
    const turn = take(line, main, { kind: 'text', words }, sms)
    return { turn, lines: writeText(texts, turn).split('\n') }
  }
  const said = (words: string) => {
    const turn = take(line, main, { kind: 'speech', words }, voice)
    return { turn, first: turn.prompts[0] }
  }

  describe.each(Object.keys(rules))('the rule for %s', (rule) => {
    const examples = examplesOf(locale, `rule:${rule}`)

    test('answers nearly all of its examples', () => {
      expect(examples.length).toBeGreaterThanOrEqual(20)
      // By phone they are read by the same finder: a few show it.
      const answered = examples.filter((words, index) =>
        [texted(words), ...(index < 5 ? [said(words)] : [])].every(({ turn }) =>
          turn.prompts[0]?.key.startsWith('rules:'),
        ),
      )
      const missed = examples.filter((words) => !answered.includes(words))
      expect(answered.length / examples.length, missed.join('; ')).toBeGreaterThanOrEqual(0.93)
    })

    test('names the emergency number, and is followed by a person and the menu alone', () => {
      const words = examples.find((each) => texted(each).turn.prompts[0]?.key === `rules:${rule}.sms`) ?? ''
      const { turn, lines } = texted(words)
      expect(lines[0]).toBe(rules[rule]?.sms.replaceAll('{{emergency}}', '911'))
      expect(lines[0]).toContain('911')
      expect(lines).toHaveLength(2)
      for (const word of [commands?.menu[0], commands?.person[0]])
        expect(lines[1]?.toLowerCase()).toContain(word?.toLowerCase())
      expect(turn.position).toEqual(main)
    })

    test('is said first, and no key interrupts it', () => {
      const words = examples.find((each) => said(each).first?.key === `rules:${rule}.voice`) ?? ''
      const { turn, first } = said(words)
      expect(first).toMatchObject({ bargeIn: false })
      expect(rules[rule]?.voice).toContain('{{emergency}}')
      expect(turn.position).toEqual(main)
    })
  })

  // "I am in Mexico" sets the country, and is answered with its number (countries.test.ts).
  const told = Object.keys(replies).filter((reply) => reply !== 'country')

  test.each(told)('the reply "%s" answers its examples, and no topic does', (reply) => {
    const examples = examplesOf(locale, `reply:${reply}`)
    expect(examples.length).toBeGreaterThanOrEqual(20)
    const answered = examples.filter((words) => texted(words).turn.prompts[0]?.key === `replies:${reply}.sms`)
    expect(answered.length / examples.length).toBeGreaterThanOrEqual(0.75)
    const { turn } = texted(answered[0] ?? '')
    expect(turn.prompts).toHaveLength(1)
    expect(turn.position).toEqual(main)
  })
})
