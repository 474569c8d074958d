/** What is made of a line beforehand: themes, reading order, prepared answers, and settings of the machine. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { withOverrides } from '../../src/line/overrides.ts'
import { prepare } from '../../src/line/prepare.ts'
import { readingOrder } from '../../src/line/reading-order.ts'
import { numbered, themesOf } from '../../src/line/themes.ts'
import { fixtureLine } from '../support/fixture.ts'
import { at, locale, otherLocale } from '../support/fixture-person.ts'

describe('the themes of a line', () => {
  test('are the choices of the main menu, each with the numbered topics behind it', () => {
    expect(themesOf(fixtureLine, locale)).toEqual([
      {
        slug: 'body',
        topics: [
          { slug: 'bone', number: 21 },
          { slug: 'outlook', number: 35 },
        ],
      },
      { slug: 'call', topics: [{ slug: 'call', number: 73 }] },
    ])
  })

  test('name a topic once, where it is met first', () => {
    const main = {
      kind: 'menu' as const,
      options: [
        { key: 1, to: 'bone' },
        { key: 2, to: 'body' },
      ],
    }
    const themes = themesOf({ ...fixtureLine, nodes: { ...fixtureLine.nodes, main } }, locale)
    expect(themes.map(({ topics }) => topics.map(({ slug }) => slug))).toEqual([['bone'], ['outlook']])
  })

  test('are none without a main menu', () => {
    expect(themesOf({ ...fixtureLine, main: 'bone' }, locale)).toEqual([])
  })

  test('leave out what has no number', () => {
    expect(numbered(fixtureLine, 'body')).toEqual([])
    expect(numbered(fixtureLine, 'gone')).toEqual([])
  })
})

test('nodes are read in the order in which a caller meets them, a consent before its topic', () => {
  expect(readingOrder(fixtureLine)).toEqual([
    'languages',
    'main',
    'body',
    'bone',
    'askoutlook',
    'outlook',
    'call',
    'person',
    'ways',
    'number',
    'sources',
    'guess',
  ])
})

test('what must not fail is made beforehand in every language, and for another country once', () => {
  const made: string[] = []
  const prepared = prepare(fixtureLine, 'sms', ({ position, context }) => {
    made.push(`${position.locale} ${context.country}`)
    return { position, context }
  })
  expect(made).toHaveLength(4 * 2)
  prepared(otherLocale, 'GB')
  expect(prepared(otherLocale, 'GB')).toEqual({
    position: { ...at('main'), locale: otherLocale },
    context: { channel: 'sms', country: 'GB', staffed: false, called: null },
  })
  expect(prepared(locale, 'FR').context.country).toBe('unknown')
  expect(prepared(locale, 'FR').position.locale).toBe(locale)
  expect(made).toHaveLength(4 * 2 + 1)
})

test('what must not fail is made when it is needed for a country with an emergency number alone', () => {
  const line = { ...fixtureLine, everywhere: { emergency: { FR: '112' }, crisis: {} } }
  expect(prepare(line, 'sms', ({ context }) => context.country)(locale, 'FR')).toBe('FR')
  const failing = prepare(line, 'sms', ({ context }) => {
    if (context.country === 'FR') throw new Error('A planted mistake')
    return context.country
  })
  expect(failing(locale, 'FR')).toBe('unknown')
})

describe('settings of the machine', () => {
  const none = { defaultCountry: null, handoffNumber: null }

  test('change nothing where there are none', () => {
    expect(withOverrides(fixtureLine, none)).toEqual({ ok: true, value: fixtureLine })
  })

  test('go before those of the line', () => {
    const line = withOverrides(fixtureLine, { defaultCountry: 'GB', handoffNumber: '+15555550177' })
    expect(line.ok && line.value.settings).toEqual({
      ...fixtureLine.settings,
      country: 'GB',
      handoff: { ...fixtureLine.settings.handoff, number: '+15555550177' },
    })
  })

  test('name the countries there are where theirs has no numbers', () => {
    const { US, GB } = fixtureLine.directory
    const line = { ...fixtureLine, directory: { US, GB } } as Line
    expect(withOverrides(line, { ...none, defaultCountry: 'FR' })).toEqual({
      ok: false,
      problems: ['DEFAULT_COUNTRY is FR, but the directory has no numbers for it. It has: GB, US.'],
    })
  })
})
