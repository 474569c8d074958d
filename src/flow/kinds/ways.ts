/**
 * Ways: key 9, other ways to listen (slower or normal pace, another language).
 *
 * @example
 * ways: { kind: ways }
 */
import { z } from 'zod'

export const waysSchema = z.strictObject({ kind: z.literal('ways') })

export type WaysNode = z.infer<typeof waysSchema>
