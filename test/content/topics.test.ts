/** On the real line, every topic that a language has is reached by menu keys, by number, by spoken word and by text. */
import { describe, expect, test } from 'vitest'
import { keysTo } from '../../src/cli/support/keys-to.ts'
import type { ChannelContext, UserEvent } from '../../src/line/event.ts'
import { KEYS } from '../../src/line/keys.ts'
import { isOffered } from '../../src/line/offered.ts'
import { currentStep, type Position, positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import { line, locales } from '../support/line.ts'

const voice: ChannelContext = { channel: 'voice', country: 'US', staffed: false, called: null }
const sms: ChannelContext = { ...voice, channel: 'sms' }

/** Those that a language has. */
const topicsOf = (locale: string) =>
  Object.entries(line.nodes).flatMap(([slug, node]) =>
    'number' in node && isOffered(line, locale, slug) ? [{ slug, number: String(node.number) }] : [],
  )

const key = (pressed: string): UserEvent => ({ kind: 'key', key: pressed })
const say = (words: string): UserEvent => ({ kind: 'speech', words })
const text = (words: string): UserEvent => ({ kind: 'text', words })
const wordFor = (locale: string, slug: string) => line.locales[locale]?.resources.nodes[slug]?.word ?? ''

/** Where these events lead from the main menu; past a consent, which is agreed to. */
function reached(locale: string, events: readonly UserEvent[]): string {
  const isText = events.some(({ kind }) => kind === 'text')
  const step = (position: Position, event: UserEvent) =>
    take(line, position, event, isText ? sms : voice).position
  const end = events.reduce(step, positionAt(line.main, locale))
  const isAsked = line.nodes[currentStep(end).node]?.kind === 'consent'
  const { locale: language, trail } = isAsked ? step(end, isText ? text('1') : key('1')) : end
  return `${language} ${trail.at(-1)?.node}`
}

describe.each(locales)('every topic in %s is reached', (locale) => {
  const topics = topicsOf(locale)
  const expected = topics.map(({ slug }) => `${locale} ${slug}`)

  test('by the keys of the menus, at most three', () => {
    expect(topics.map(({ slug }) => reached(locale, keysTo(line, locale, slug).map(key)))).toEqual(expected)
    expect(Math.max(...topics.map(({ slug }) => keysTo(line, locale, slug).length))).toBeLessThanOrEqual(3)
  })

  test('by its number, pressed and texted', () => {
    expect(topics.map(({ number }) => reached(locale, [key(KEYS.number), key(number)]))).toEqual(expected)
    expect(topics.map(({ number }) => reached(locale, [text(number)]))).toEqual(expected)
  })

  test('by its word, said and texted', () => {
    const words = topics.map(({ slug }) => wordFor(locale, slug))
    expect(words.map((word) => reached(locale, [say(word)]))).toEqual(expected)
    expect(words.map((word) => reached(locale, [text(word.toLocaleUpperCase(locale))]))).toEqual(expected)
  })
})
