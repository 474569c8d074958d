/** Made-up words of few letters, so that they are often near one another. */
import fc from 'fast-check'

export const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'e', 'n', 'o', 's', 't'),
  minLength: 1,
  maxLength: 11,
})
