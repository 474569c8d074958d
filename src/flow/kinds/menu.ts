/**
 * A menu: a few choices, each with its key.
 *
 * @example
 * symptoms:
 *   kind: menu
 *   options:
 *     - { key: 1, to: bone }
 *     - { key: 2, to: brain }
 */
import { z } from 'zod'
import { slug } from '../slug.ts'

export const menuSchema = z.strictObject({
  kind: z.literal('menu'),
  options: z
    .array(
      z.strictObject({
        key: z.int().min(1).max(8).describe('The key that chooses it: 1, 2, 3 … without a gap'),
        to: slug.describe('The node it leads to'),
      }),
    )
    .min(1),
})

export type MenuNode = z.infer<typeof menuSchema>
