/**
 * Helplines: the directory of the caller's country, said and texted, with an offer to connect.
 *
 * @example
 * call: { kind: helplines, number: 73 }
 */
import { z } from 'zod'

export const helplinesSchema = z.strictObject({
  kind: z.literal('helplines'),
  number: z.int().min(10).max(99).describe('The stable two-digit number that people can text or dial'),
})

export type HelplinesNode = z.infer<typeof helplinesSchema>
