/**
 * Consent: asks before a sensitive topic is told. Every way to that topic then leads here first.
 *
 * @example
 * outlookask: { kind: consent, before: outlook }
 */
import { z } from 'zod'
import { slug } from '../slug.ts'

export const consentSchema = z.strictObject({
  kind: z.literal('consent'),
  before: slug.describe('The topic it guards'),
})

export type ConsentNode = z.infer<typeof consentSchema>
