/** Golden scripts of lines that are not ours: one with people of its own, one in fourteen languages. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playRules } from '../src/cli/support/play-rules.ts'
import type { Line } from '../src/line/line.ts'
import type { Conversation } from '../src/simulator/script.ts'
import { play } from '../src/simulator/transcript.ts'
import { createDemoApp } from '../src/web/demo.ts'
import { fourteenLanguages } from './support/fourteen-languages.ts'
import { line, locales } from './support/line.ts'
import { root } from './support/root.ts'

const TO = '+15555550100'
const MORNING = new Date('2026-11-23T15:00:00Z')
const NIGHT = new Date('2026-11-23T03:00:00Z')

const handoff = {
  ...line.settings.handoff,
  number: '+15555550199',
  others: ['+15555550198'],
  textNumber: true,
}
const withPeople: Line = { ...line, settings: { ...line.settings, handoff } }

async function playAt(
  at: Line,
  start: Date,
  steps: readonly string[],
  more: Partial<Conversation> = {},
): Promise<string> {
  const rules = playRules(at, createDemoApp(at, start).request)
  const script = {
    channel: 'voice',
    country: 'US',
    to: TO,
    title: '',
    controls: 'short',
    steps,
    ...more,
  } as const
  return `${await play(script, rules)}\n`
}

const fileOf = (name: string) => join(root, 'test', 'other-lines', `${name}.txt`)

test.each(locales.map((locale, index) => [locale, String(index + 1)] as const))(
  'key 0 in %s, in hours and out of hours',
  async (locale, key) => {
    const steps = [`presses ${key}`, 'presses 0']
    const inHours = [
      ...steps,
      'does not answer',
      'answers',
      'presses 0',
      'does not answer',
      'does not answer',
    ]
    const calls = [
      await playAt(withPeople, MORNING, inHours, { title: 'in hours, the second of two people answers' }),
      await playAt(withPeople, NIGHT, steps, { title: 'out of hours' }),
      await playAt(withPeople, NIGHT, [line.locales[locale]?.commands.person[0] ?? ''], {
        channel: 'sms',
        title: 'by text, at night',
      }),
    ]
    await expect(calls.join('\n\n')).toMatchFileSnapshot(fileOf(`${locale}-person`))
  },
)

test('fourteen languages, by keys, by waiting and by name', async () => {
  const calls = [
    await playAt(fourteenLanguages, NIGHT, ['presses 5', 'presses 5', 'presses 5', 'presses 2'], {
      title: 'by keys to the last',
    }),
    await playAt(fourteenLanguages, NIGHT, ['says nothing', 'says nothing', 'presses 4'], {
      title: 'by waiting',
    }),
    await playAt(fourteenLanguages, NIGHT, ['says "deutsch"'], { title: 'by its name' }),
    await playAt(fourteenLanguages, NIGHT, ['presses 5', 'presses 5', 'presses 5', 'presses 5'], {
      title: 'round to the first',
    }),
    await playAt(fourteenLanguages, NIGHT, ['presses 1'], {
      country: 'TR',
      title: 'the language of the country of the caller first',
    }),
    await playAt(fourteenLanguages, NIGHT, ['lang', 'more', '2'], { channel: 'sms', title: 'by text' }),
  ]
  await expect(calls.join('\n\n')).toMatchFileSnapshot(fileOf('fourteen-languages'))
})
