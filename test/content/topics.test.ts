/** Every topic is reached by menu keys, by number, by spoken word and by text, in every language. */
import { describe, expect, test } from 'vitest'
import type { ChannelContext, UserEvent } from '../../src/line/event.ts'
import type { LocaleData } from '../../src/line/line.ts'
import { currentStep, type Position, positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import { keysTo } from '../../tools/support/tour.ts'
import { line, locales } from '../support/line.ts'

type Input = ChannelContext & UserEvent

const voice = { channel: 'voice', country: 'US', staffed: false, called: null } as const
const sms = { ...voice, channel: 'sms' } as const

const topics = locales.flatMap((locale) =>
  Object.entries(line.nodes).flatMap(([slug, node]) =>
    'number' in node ? [[locale, slug, String(node.number)] as const] : [],
  ),
)

/** Where somebody is after a walk; a topic behind a consent is reached once it is agreed to. */
function walk(locale: string, inputs: readonly Input[]): string {
  const step = (position: Position, input: Input) => take(line, position, input, input).position
  const end = inputs.reduce(step, positionAt('main', locale))
  const asked = currentStep(end).node
  const agreed = line.nodes[asked]?.kind === 'consent'
  const arrived = agreed ? step(end, inputs.at(-1)?.channel === 'sms' ? text('1') : key('1')) : end
  expect(arrived.locale).toBe(locale)
  return currentStep(arrived).node
}
const key = (pressed: string): Input => ({ ...voice, kind: 'key', key: pressed })
const say = (words: string): Input => ({ ...voice, kind: 'speech', words })
const text = (words: string): Input => ({ ...sms, kind: 'text', words })
const wordFor = (locale: string, slug: string) =>
  ((line.locales[locale] as LocaleData).resources.nodes as Record<string, { word: string }>)[slug]?.word ?? ''

describe('every topic, in every language', () => {
  test.each(topics)('%s: %s by the keys of the menus, at most three', (locale, slug) => {
    const keys = keysTo(line, slug)
    expect(keys.length).toBeLessThanOrEqual(3)
    expect(walk(locale, keys.map(key))).toBe(slug)
  })

  test.each(topics)('%s: %s by its number, %s, pressed and texted', (locale, slug, number) => {
    expect(walk(locale, [key('7'), key(number)])).toBe(slug)
    expect(walk(locale, [text(number)])).toBe(slug)
  })

  test.each(topics)('%s: %s by its word, said and texted', (locale, slug) => {
    expect(walk(locale, [say(wordFor(locale, slug))])).toBe(slug)
    expect(walk(locale, [text(wordFor(locale, slug).toUpperCase())])).toBe(slug)
  })
})
