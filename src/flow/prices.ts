/**
 * `flows/prices/<country>.yaml`: what the operator pays for numbers, calls and texts in a country.
 *
 * @example
 * country: US
 * currency: USD
 * number: 1.15
 * call: { minute: 0.0085, characters: 0.0032 }
 * text: { in: 0.0083, out: 0.0083, carrier: 0.0035 }
 */
import { z } from 'zod'
import { countryCode } from './fields.ts'

const price = z.number().min(0)

export const pricesSchema = z.strictObject({
  country: countryCode,
  currency: z.string().regex(/^[A-Z]{3}$/),
  number: price.describe('A month of one number'),
  call: z.strictObject({
    minute: price.describe('A minute of a call that comes in; every minute begun counts'),
    characters: price.describe('A hundred characters said by a voice'),
  }),
  text: z.strictObject({
    in: price.describe('A segment that comes in'),
    out: price.describe('A segment that goes out'),
    carrier: price.describe('What carriers add to a segment that goes out'),
  }),
})

export type Prices = z.infer<typeof pricesSchema>
