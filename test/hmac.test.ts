/** The same as Node's own HMAC, for any key and text. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHmacOf } from '../src/hmac.ts'

describe.each(['sha1', 'sha256'] as const)('with %s', (algorithm) => {
  test('any text under any key has the HMAC that Node gives it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(text, text, (key, signed) => {
        const expected = createHmac(algorithm, Buffer.from(key)).update(signed).digest('hex')
        expect(createHmacOf(algorithm, key, 'hex')(signed)).toBe(expected)
      }),
    )
  })

  // Test case 2 of RFC 2202 and of RFC 4231.
  test('the example of its RFC', () => {
    const expected = {
      sha1: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
      sha256: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    }
    expect(createHmacOf(algorithm, 'Jefe', 'hex')('what do ya want for nothing?')).toBe(expected[algorithm])
  })
})
