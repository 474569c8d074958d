/** One edit is a letter more, less or other, or two neighbours that changed places. */
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { expect, test } from 'vitest'
import { isWithinOneEdit } from '../../src/finder/one-edit.ts'
import { word } from './words.ts'

const swaps = (text: string) =>
  [...text].map((_, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2))

test('it is told as by the Levenshtein distance and by all swaps', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(isWithinOneEdit(one, other)).toBe(distance(one, other) <= 1 || swaps(one).includes(other))
      for (const swapped of swaps(one)) expect(isWithinOneEdit(one, swapped)).toBe(true)
    }),
  )
})
