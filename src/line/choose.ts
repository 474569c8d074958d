/**
 * A choice made in words instead of keys: the choice as it was said.
 *
 * @example
 * chooseByWords(place, 'comfort and daily life') // the intent of the choice with that label
 */
import { tokenize } from '../finder/tokens.ts'
import type { Intent } from './intent.ts'
import { optionsAt } from './nodes/index.ts'
import type { Option, Place } from './place.ts'

/** The choice that the words name outright; nothing where they say anything else. */
export function chooseByWords(place: Place, words: string): Intent | undefined {
  const keys = tokenize(words).map(({ key }) => key)
  const named = optionsAt(place).filter((option) => isLabel(labelOf(place, option), keys))
  return named.length === 1 ? named[0]?.intent : undefined
}

/** Of several nodes, the one that is a choice here, if there is exactly one. */
export function favoured(place: Place, nodes: readonly string[]): string | undefined {
  const here = optionsAt(place)
  const both = nodes.filter((node) =>
    here.some(({ intent }) => intent.kind === 'open' && intent.node === node),
  )
  return both.length === 1 ? both[0] : undefined
}

function labelOf({ line, position }: Place, { intent }: Option): string {
  const text =
    intent.kind === 'open' ? line.locales[position.locale]?.resources.nodes[intent.node] : undefined
  return text?.label ?? ''
}

/** Whether these are the words of the label, in any order, by their phonetic keys. */
function isLabel(label: string, keys: readonly string[]): boolean {
  const words = tokenize(label)
  return words.length > 0 && words.length === keys.length && words.every(({ key }) => keys.includes(key))
}
