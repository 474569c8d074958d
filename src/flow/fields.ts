/** Fields that several kinds of flow files share. */
import { z } from 'zod'

/** A node's name in flow files and addresses. */
export const slug = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*$/,
    'A slug is lower-case letters and digits, beginning with a letter, such as "bone"',
  )

/** The number on a card, by which people find a node without a menu. */
export const shortNumber = z
  .int()
  .min(10)
  .max(99)
  .describe('The stable two-digit number that people can text or dial')

export const countryCode = z.string().regex(/^[A-Z]{2}$/)
