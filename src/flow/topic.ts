/**
 * A topic: one thing explained, in parts written for each channel.
 *
 * @example
 * bone:
 *   kind: topic
 *   number: 21
 *   parts:
 *     voice: [where, signs]
 *     sms: [signs, where]
 *   related: [spine]
 *   facts:
 *     - id: most-often
 *       note: goes most often to ribs, spine, pelvis, long bones
 *       sources: [breastcancerorg2025]
 *       voice: where
 *       sms: where
 */
import { z } from 'zod'
import { serviceKind } from './directory.ts'
import { countryCode, shortNumber, slug } from './fields.ts'

const partName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'A part is named in lower-case letters, digits and hyphens, such as "signs"')

const partNames = z.strictObject({
  voice: z.array(partName).min(1).describe('Spoken parts, in the order they are heard'),
  sms: z.array(partName).min(1).describe('Texts, in the order they are sent'),
})

const factId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write an id in lower-case letters, digits and hyphens')
  .describe('Names the fact: its key words stand under this id beside the texts of the topic')

const toldBy = z.union([partName, z.array(partName).min(1)])

export const topicSchema = z.strictObject({
  kind: z.literal('topic'),
  number: shortNumber,
  parts: partNames,
  countries: z
    .record(countryCode, partNames)
    .optional()
    .describe('Further parts, told only to callers from that country'),
  symptom: z
    .literal(true)
    .optional()
    .describe('Tells signs of illness, so it must name the emergency number on both channels'),
  redList: z
    .literal(true)
    .optional()
    .describe('A wrong word here can do harm: its translation is approved only with a back-translation'),
  always: z.literal(true).optional().describe('Tells of danger: nobody can switch it off for a day'),
  helpline: z
    .strictObject({
      kinds: z.array(serviceKind).min(1).describe('Kinds of services, the best first'),
      sms: partName.describe('The text that ends with its name and number'),
    })
    .optional()
    .describe(
      "A service of the caller's country to call about this topic: by phone a choice after the last part",
    ),
  related: z.array(slug).max(3).default([]).describe('Topics a person may want next'),
  facts: z
    .array(
      z.strictObject({
        id: factId,
        note: z.string().min(1).describe('The fact, for reviewers; it is never said'),
        sources: z.array(z.string()).min(1).describe('Ids of flows/sources.yaml'),
        voice: toldBy.describe('The spoken part, or parts, that tell it'),
        sms: toldBy.describe('The text, or texts, that tell it'),
      }),
    )
    .min(1),
  leftOut: z
    .array(
      z.strictObject({
        id: factId,
        note: z.string().min(1),
        sources: z.array(z.string()).min(1),
        reason: z.string().min(1).describe('Why people are not told it'),
      }),
    )
    .optional()
    .describe('Facts of the sources that are not told'),
})

export type TopicNode = z.infer<typeof topicSchema>
