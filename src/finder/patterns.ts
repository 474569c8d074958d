/**
 * Patterns as they are authored: words in their order, with alternatives in braces.
 *
 * @example
 * parsePattern('{want|wants} to die') // [['want', 'wants'], ['to die']]
 */
import { normalise } from './tokens.ts'

/** Slots; each is a choice of alternatives, and each of these has one word or more. */
export type Pattern = readonly (readonly string[])[]

export function parsePattern(authored: string): Pattern {
  return authored
    .split(/[{}]/)
    .map((piece, index) => (index % 2 === 1 ? piece.split('|') : [piece]).map(normalise).filter(Boolean))
    .filter(({ length }) => length > 0)
}
