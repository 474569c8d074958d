/**
 * `flows/prices/<country>.yaml`: what the operator pays for numbers, calls and texts in a country.
 *
 * @example
 * country: US
 * currency: USD
 * number: 1.15
 * tollFreeNumber: 2.15
 * call: { minute: 0.0085, tollFree: 0.022, connected: 0.013, characters: 0.0032, speech: 0.02 }
 * text: { in: 0.0083, out: 0.0083, carrier: 0.0035 }
 */
import { z } from 'zod'
import { countryCode } from './fields.ts'

const price = z.number().min(0)

export const pricesSchema = z.strictObject({
  country: countryCode,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Write the three letters of the currency (ISO 4217), such as "USD"'),
  number: price.describe('A month of one number'),
  tollFreeNumber: price.describe('A month of one toll-free number'),
  call: z.strictObject({
    minute: price.describe('A minute of a call that comes in; every minute begun counts'),
    tollFree: price.describe('The same at a toll-free number'),
    connected: price.describe(
      'A minute of a call that the line puts through to a person, beside the call that came in',
    ),
    speech: price.describe('A minute of listening for words'),
    characters: price.describe('A hundred characters said by a voice'),
  }),
  text: z.strictObject({
    in: price.describe('A segment that comes in'),
    out: price.describe('A segment that goes out'),
    carrier: price.describe('What carriers add to a segment that goes out'),
  }),
})

export type Prices = z.infer<typeof pricesSchema>
