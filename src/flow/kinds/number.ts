/**
 * Number: key 7, a topic by its two-digit number.
 *
 * @example
 * number: { kind: number }
 */
import { z } from 'zod'

export const numberSchema = z.strictObject({ kind: z.literal('number') })

export type NumberNode = z.infer<typeof numberSchema>
