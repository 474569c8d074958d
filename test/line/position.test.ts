/** Positions survive the address they travel in; what is no position leads to the main menu. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePosition, encodePosition, type Position, positionAt, stepTo } from '../../src/line/position.ts'
import { line, locales, slugs } from '../support/line.ts'

const positions: fc.Arbitrary<Position> = fc.record({
  locale: fc.constantFrom(...locales),
  pace: fc.constantFrom('normal' as const, 'slow' as const),
  wait: fc.constantFrom('normal' as const, 'long' as const),
  retries: fc.option(
    fc.record({
      reason: fc.constantFrom('silence' as const, 'key' as const),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  ),
  trail: fc.array(fc.record({ node: fc.constantFrom(...slugs), part: fc.integer({ min: 1, max: 99 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
})

describe('a position', () => {
  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(decodePosition(line, encodePosition(position), 'en')).toEqual({ position, lost: false })
      }),
    )
  })

  test('that is made up leads to the main menu, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const { position, lost } = decodePosition(line, `x${path}`, 'es')
        expect([position, lost]).toEqual([positionAt('main', 'es'), true])
      }),
    )
  })

  test.each([
    ['of a node that is gone keeps its language', 'es/normal/main/gone', 'es'],
    ['without a trail', 'es/normal', 'es'],
    ['with an unknown manner', 'es/hasty/main', 'es'],
    ['in an unknown language falls back', 'xx/normal/main', 'en'],
    ['that never was falls back', 'xx/hasty/gone', 'en'],
    ['named like a property of objects', 'es/normal/constructor', 'es'],
    ['in a language named like one', '__proto__/normal/main', 'en'],
  ])('%s', (_name, path, locale) => {
    expect(decodePosition(line, path, 'en')).toEqual({ position: positionAt('main', locale), lost: true })
  })

  test('of a node that is gone leads to the last that is not, at the same pace', () => {
    const { position, lost } = decodePosition(line, 'es/slow-long-key1/main/head-2/gone/bone', 'en')
    expect({ path: encodePosition(position), lost }).toEqual({
      path: 'es/slow-long/main/head-2',
      lost: true,
    })
  })

  test.each([
    ['en/normal/main/signs/organs/bone', 'en/normal/main/signs'],
    ['es/slow/main/ahead/caring', 'es/slow/main'],
  ])('of a call that was under way when menus changed: %s', (before, after) => {
    const { position, lost } = decodePosition(line, before, 'en')
    expect([encodePosition(position), lost]).toEqual([after, true])
  })

  test('does not grow when people walk in circles', () => {
    let position = positionAt('main', 'en')
    for (let round = 0; round < 50; round += 1) for (const slug of slugs) position = stepTo(position, slug)
    expect(position.trail.length).toBeLessThanOrEqual(8)
    expect(position.trail[0]?.node).toBe('main')
  })
})
