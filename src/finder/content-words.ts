/**
 * The words of a text as they sound.
 *
 * @example
 * contentWords('Chemo, or not?') // ['kemo', 'or', 'not']
 */
import { fold } from './fold.ts'
import { normalise } from './normalise.ts'

export function contentWords(text: string): string[] {
  return normalise(text).split(' ').filter(Boolean).map(fold)
}
