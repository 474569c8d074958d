/** A node of a flow file: a place a person can be, one of ten kinds. */
import { z } from 'zod'
import { consentSchema } from './kinds/consent.ts'
import { guessSchema } from './kinds/guess.ts'
import { handoffSchema } from './kinds/handoff.ts'
import { helplinesSchema } from './kinds/helplines.ts'
import { languagesSchema } from './kinds/languages.ts'
import { menuSchema } from './kinds/menu.ts'
import { numberSchema } from './kinds/number.ts'
import { sourcesNodeSchema } from './kinds/sources.ts'
import { topicSchema } from './kinds/topic.ts'
import { waysSchema } from './kinds/ways.ts'
import { slug } from './slug.ts'

export const nodeSchema = z.discriminatedUnion('kind', [
  menuSchema,
  topicSchema,
  consentSchema,
  languagesSchema,
  handoffSchema,
  helplinesSchema,
  waysSchema,
  numberSchema,
  sourcesNodeSchema,
  guessSchema,
])

export const flowFileSchema = z.strictObject({
  nodes: z.record(slug, nodeSchema).describe('The nodes of this file, by slug'),
})

export type FlowNode = z.infer<typeof nodeSchema>
export type NodeKind = FlowNode['kind']
export type NodeOf<K extends NodeKind> = Extract<FlowNode, { kind: K }>
