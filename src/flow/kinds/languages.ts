/**
 * The choice of language, where every call begins: each language is offered in itself.
 *
 * @example
 * languages: { kind: languages, to: main }
 */
import { z } from 'zod'
import { slug } from '../slug.ts'

export const languagesSchema = z.strictObject({
  kind: z.literal('languages'),
  to: slug.describe('The main menu'),
})

export type LanguagesNode = z.infer<typeof languagesSchema>
