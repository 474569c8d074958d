/**
 * Handoff: key 0, a person. Dials the operator's number while it is staffed; otherwise leads on.
 *
 * @example
 * person: { kind: handoff, otherwise: call }
 */
import { z } from 'zod'
import { slug } from '../slug.ts'

export const handoffSchema = z.strictObject({
  kind: z.literal('handoff'),
  otherwise: slug.describe('The helplines, for when nobody answers'),
})

export type HandoffNode = z.infer<typeof handoffSchema>
