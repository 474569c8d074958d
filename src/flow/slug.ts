/** A node's name in flow files and addresses: lower-case letters and digits, such as `bone` or `her2`. */
import { z } from 'zod'

export const slug = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*$/,
    'A slug is lower-case letters and digits, beginning with a letter, such as "bone"',
  )
