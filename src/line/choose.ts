/**
 * A choice made in words instead of keys: the choice as it was said.
 *
 * @example
 * chooseByWords(place, 'comfort and daily life') // the intent of the choice with that label
 */
import { type Token, tokenize } from '../finder/tokens.ts'
import type { Intent } from './intent.ts'
import { optionsAt } from './nodes/index.ts'
import type { Option, Place } from './place.ts'

/** The choice that the words name outright; nothing where they say anything else. */
export function chooseByWords(place: Place, words: string): Intent | undefined {
  const { spelling } = place.line.finder
  const said = tokenize(words, spelling)
  const named = optionsAt(place).filter((option) => isLabel(tokenize(labelOf(place, option), spelling), said))
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
function isLabel(label: readonly Token[], said: readonly Token[]): boolean {
  const keys = said.map(({ key }) => key)
  return label.length > 0 && label.length === keys.length && label.every(({ key }) => keys.includes(key))
}
