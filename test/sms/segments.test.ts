/** Segments as carriers bill them, by the encoding that a text needs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSegments, fits, fitsPlainly, splitSegments, withinSegments } from '../../src/sms/segments.ts'

describe('a text', () => {
  test.each([
    ['160 plain characters', 'a'.repeat(160), 1],
    ['161 plain characters', 'a'.repeat(161), 2],
    ['70 characters of another script', '骨'.repeat(70), 1],
    ['71 characters of another script', '骨'.repeat(71), 2],
    ['one accent that needs another encoding', `${'a'.repeat(70)}ç`, 2],
  ])('of %s', (_name, text, segments) => {
    expect(countSegments(text)).toBe(segments)
    expect(splitSegments(text)).toHaveLength(segments)
  })

  test('is cut, and whole again once put together', () => {
    expect(splitSegments('á'.repeat(80)).map(({ length }) => length)).toEqual([67, 13])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '骨', '🦴', '€', '\n'), maxLength: 200 }),
        (text) => {
          expect(splitSegments(text).join('')).toBe(text)
        },
      ),
    )
  })
})

/** A few characters of other alphabets, or that take two places. */
function odd() {
  return fc.string({ unit: fc.constantFrom('€', '{', 'ç', '骨', '🙏'), maxLength: 3 })
}

describe('the quick look at whether a text fits', () => {
  test('is sure of plain characters up to 153 a segment, and of any up to 67', () => {
    expect(fitsPlainly('a'.repeat(3 * 153), 3)).toBe(true)
    expect(fitsPlainly('a'.repeat(3 * 153 + 1), 3)).toBe(false)
    expect(fitsPlainly('骨'.repeat(3 * 67), 3)).toBe(true)
    expect(fitsPlainly('骨'.repeat(3 * 67 + 1), 3)).toBe(false)
    expect(fitsPlainly(`骨${'a'.repeat(3 * 67)}`, 3)).toBe(false)
    expect(fitsPlainly(`${'a'.repeat(3 * 67)}骨`, 3)).toBe(false)
  })

  const text = fc
    .tuple(fc.string({ unit: fc.constantFrom('a', ' ', '.', 'é'), maxLength: 480 }), fc.nat(480), odd())
    .map(([plain, at, odd]) => plain.slice(0, at) + odd + plain.slice(at))

  test('is never wrong when it says so', () => {
    fc.assert(
      fc.property(text, (words) => {
        if (fitsPlainly(words, 3)) expect(countSegments(words)).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('says the same as a count for a reply', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(fits(words)).toBe(countSegments(words) <= 3)
      }),
    )
  })
})

describe('a text that is too long for its accents', () => {
  const body = `${'Hay medicinas que hacen los huesos fuertes. '.repeat(6)}¿Qué hueso tengo débil?`

  test('is sent without those that the GSM alphabet lacks', () => {
    const text = `Lo básico\n${body}`
    expect(countSegments(text)).toBe(5)
    expect(withinSegments(text)).toBe(`Lo basico\n${body}`)
    expect(countSegments(withinSegments(text))).toBe(2)
  })

  test.each([
    ['that fits', 'Lo básico\nHay etapas de 0 a 4.'],
    ['in a script of other letters', '骨头'.repeat(120)],
    ['of letters that have no plain form', 'Đau lưng và không đi được. '.repeat(12)],
    ['that is long without accents', body.repeat(3)],
  ])('but not one %s', (_case, text) => {
    expect(withinSegments(text)).toBe(text)
  })
})
