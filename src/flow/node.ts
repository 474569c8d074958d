/**
 * A node of a flow file: a place a person can be, one of ten kinds.
 *
 * @example
 * nodes:
 *   languages: { kind: languages, to: main }
 *   symptoms:
 *     kind: menu
 *     options:
 *       - { key: 1, to: bone }
 *       - { key: 2, to: brain }
 *   outlookask: { kind: consent, before: outlook }
 *   person: { kind: handoff, otherwise: call }
 *   call: { kind: helplines, number: 73 }
 */
import { z } from 'zod'
import { shortNumber, slug } from './fields.ts'
import { topicSchema } from './topic.ts'

const nodeSchema = z.discriminatedUnion('kind', [
  // A few choices, each with its key.
  z.strictObject({
    kind: z.literal('menu'),
    options: z
      .array(
        z.strictObject({
          key: z.int().min(1).max(8).describe('The key that chooses it: 1, 2, 3 … without a gap'),
          to: slug.describe('The node it leads to'),
        }),
      )
      .min(1),
  }),
  topicSchema,
  // Asks before a sensitive topic is told. Every way to that topic leads here first.
  z.strictObject({
    kind: z.literal('consent'),
    before: slug.describe('The topic it guards'),
  }),
  // The choice of language, where every call begins: each language is offered in itself.
  z.strictObject({
    kind: z.literal('languages'),
    to: slug.describe('The main menu'),
  }),
  // Key 0, a person: dials the operator's number while it is staffed; otherwise leads on.
  z.strictObject({
    kind: z.literal('handoff'),
    otherwise: slug.describe('The helplines, for when nobody answers'),
  }),
  // The directory of the caller's country, said and texted, with an offer to connect.
  z.strictObject({ kind: z.literal('helplines'), number: shortNumber }),
  // Key 9, other ways to listen: slower or normal pace, another language.
  z.strictObject({ kind: z.literal('ways') }),
  // Key 7, a topic by its two-digit number.
  z.strictObject({ kind: z.literal('number') }),
  // The publications behind the topic that was just heard or read.
  z.strictObject({ kind: z.literal('sources') }),
  // Words that may mean two or three topics: offers them to choose from.
  z.strictObject({ kind: z.literal('guess') }),
])

export const flowFileSchema = z.strictObject({
  nodes: z.record(slug, nodeSchema).describe('The nodes of this file, by slug'),
})

export type FlowNode = z.infer<typeof nodeSchema>
export type NodeKind = FlowNode['kind']
export type NodeOf<K extends NodeKind> = Extract<FlowNode, { kind: K }>
