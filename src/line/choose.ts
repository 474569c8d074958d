/**
 * A choice made in words instead of keys: "press two", "the second one", or the choice as it was said.
 *
 * @example
 * chooseByWords(place, 'number two please') // the intent of key 2
 * chooseByWords(place, 'comfort and daily life') // the intent of the choice with that label
 */
import { tokenize } from '../finder/tokens.ts'
import type { Intent } from './intent.ts'
import { optionsAt } from './nodes/index.ts'
import type { Option, Place } from './place.ts'

/** The choice that the words name outright; nothing where they say anything else. */
export function chooseByWords(place: Place, words: string): Intent | undefined {
  const { fillers, choices } = place.line.finder
  const said = tokenize(words)
  const numbers = said.filter(({ text }) => !fillers.has(text)).map(({ text }) => choices.get(text))
  const options = optionsAt(place)
  const [first] = numbers
  if (first !== undefined && !numbers.includes(undefined)) {
    // "The second one": what comes first names the choice.
    const key = String(first)
    return options.find((option) => option.key === key)?.intent ?? { kind: 'wrong key', key }
  }
  const keys = said.map(({ key }) => key)
  const named = options.filter((option) => isLabel(labelOf(place, option), keys))
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
