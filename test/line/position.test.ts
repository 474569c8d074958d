/** Positions survive the address they travel in; what is no position leads to the main menu. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atPart,
  decodePosition,
  encodePosition,
  type Position,
  positionAt,
  stepBack,
  stepTo,
} from '../../src/line/position.ts'
import { fixtureLine } from '../support/fixture.ts'
import { at, locale, otherLocale } from '../support/fixture-person.ts'

const slugs = Object.keys(fixtureLine.nodes)
const decode = (path: string) => decodePosition(fixtureLine, path, () => locale)

const digit = fc.integer({ min: 0, max: 9 })
const beforeCalls = fc.record({
  locale: fc.constantFrom(...fixtureLine.settings.locales),
  pace: fc.constantFrom('normal' as const, 'slow' as const),
  wait: fc.constantFrom('normal' as const, 'long' as const),
  retries: fc.option(
    fc.record({
      reason: fc.constantFrom('silence' as const, 'key' as const),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  ),
  trail: fc.array(
    fc.record(
      {
        node: fc.constantFrom(...slugs),
        part: fc.integer({ min: 1, max: 99 }),
        among: fc.array(fc.constantFrom(...slugs), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['node', 'part'] },
    ),
    { minLength: 1, maxLength: 8 },
  ),
})
const positions: fc.Arbitrary<Position> = fc.oneof(
  beforeCalls,
  fc
    .tuple(beforeCalls, fc.record({ person: digit, helpline: digit }))
    .map(([position, calls]) => ({ ...position, calls })),
  fc
    .tuple(beforeCalls, fc.constantFrom(...Object.keys(fixtureLine.directory)))
    .map(([position, country]) => ({ ...position, country })),
)

describe('a position', () => {
  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(decode(encodePosition(position))).toEqual({ position, lost: false })
      }),
    )
  })

  test('is written for people to read', () => {
    const trail = [
      { node: 'main', part: 1 },
      { node: 'bone', part: 2 },
      { node: 'guess', part: 1, among: ['bone', 'outlook'] },
    ]
    expect(
      encodePosition({ locale, pace: 'slow', wait: 'long', retries: { reason: 'key', count: 2 }, trail }),
    ).toBe(`${locale}/slow-long-key2/main/bone-2/guess~bone~outlook`)
    expect(encodePosition(positionAt('main', locale))).toBe(`${locale}/normal/main`)
    const calls = { person: 1, helpline: 0 }
    expect(encodePosition({ ...positionAt('main', locale), country: 'GB', calls })).toBe(
      `${locale}/normal-inGB-called10/main`,
    )
  })

  test('that is made up leads to the main menu, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const { position, lost } = decodePosition(fixtureLine, `x${path}`, () => otherLocale)
        expect([position, lost]).toEqual([positionAt('main', otherLocale), true])
      }),
    )
  })

  test.each([
    ['of a node that is gone keeps its language', `${otherLocale}/normal/gone`, otherLocale],
    ['without a trail', `${otherLocale}/normal`, otherLocale],
    ['with an unknown manner', `${otherLocale}/hasty/main`, otherLocale],
    ['with something before its manner', `${otherLocale}/xnormal/main`, otherLocale],
    ['with something after its manner', `${otherLocale}/normalx/main`, otherLocale],
    ['in a country without numbers', `${otherLocale}/normal-inXX/main`, otherLocale],
    ['in a country in small letters', `${otherLocale}/normal-ingb/main`, otherLocale],
    ['in two countries', `${otherLocale}/normal-inGB-inUS/main`, otherLocale],
    ['with too many retries', `${otherLocale}/normal-key10/main`, otherLocale],
    ['in an unknown language falls back', 'xx/normal/main', locale],
    ['of nothing falls back', '', locale],
    ['named like a property of objects', `${otherLocale}/normal/constructor`, otherLocale],
    ['in a language named like one', '__proto__/normal/main', locale],
  ])('%s', (_name, path, expected) => {
    expect(decode(path)).toEqual({ position: positionAt('main', expected), lost: true })
  })

  test.each([
    'bone-0',
    'bone-100',
    'bone-x',
    '1bone',
    'Bone',
    'bone~gone',
    'bone~bone~bone~bone~bone',
    '-bone',
    'bone~',
    ' bone',
    'bone ',
  ])('whose last step is "%s" leads to the step before', (step) => {
    const { position, lost } = decode(`${otherLocale}/slow-long-key1/main/body-2/${step}/bone`)
    expect({ path: encodePosition(position), lost }).toEqual({
      path: `${otherLocale}/slow-long/main/body-2`,
      lost: true,
    })
  })

  test('may have a slug with digits, and a part of two', () => {
    const line = {
      ...fixtureLine,
      nodes: { ...fixtureLine.nodes, her2: fixtureLine.nodes.number ?? { kind: 'number' } },
    }
    expect(decodePosition(line, `${locale}/normal/her2-12`, () => locale)).toMatchObject({
      position: { trail: [{ node: 'her2', part: 12 }] },
      lost: false,
    })
  })
})

describe('the trail', () => {
  test('forgets its middle when it grows long: the main menu and the last steps stay', () => {
    const long = slugs.slice(0, 10).reduce(stepTo, positionAt('main', locale))
    expect(long.trail).toHaveLength(8)
    expect(long.trail[0]?.node).toBe('main')
    expect(long.trail.at(-1)?.node).toBe(slugs[9])
    expect(slugs.slice(0, 7).reduce(stepTo, positionAt('start', locale)).trail).toHaveLength(8)
  })

  test('does not grow when people walk in circles', () => {
    let position = positionAt('main', locale)
    for (let round = 0; round < 20; round += 1) for (const slug of slugs) position = stepTo(position, slug)
    expect(position.trail.length).toBeLessThanOrEqual(8)
  })

  test('returns to a node that was passed, at its first part', () => {
    const reached = atPart(at('main', 'body', 'bone', 'sources'), 2)
    expect(stepTo(reached, 'body').trail).toEqual(at('main', 'body').trail)
    expect(stepTo(reached, 'main').trail).toEqual(at('main').trail)
    expect(stepTo(reached, 'sources').trail).toEqual(at('main', 'body', 'bone', 'sources').trail)
  })

  test('loses its last step on the way back, but never its only one', () => {
    expect(stepBack(at('main', 'body')).trail).toEqual(at('main').trail)
    expect(stepBack(at('body')).trail).toEqual(at('body').trail)
  })

  test('of a step, a step back or another part forgets what was missed', () => {
    const missed = { ...at('main', 'bone'), retries: { reason: 'key', count: 1 } as const }
    for (const position of [stepTo(missed, 'body'), stepBack(missed), atPart(missed, 2)])
      expect(position.retries).toBeNull()
    expect(atPart(missed, 2).trail).toEqual([
      { node: 'main', part: 1 },
      { node: 'bone', part: 2 },
    ])
  })
})
