/**
 * Sources: who says what the topic just heard or read tells.
 *
 * @example
 * sources: { kind: sources }
 */
import { z } from 'zod'

export const sourcesNodeSchema = z.strictObject({ kind: z.literal('sources') })

export type SourcesNode = z.infer<typeof sourcesNodeSchema>
