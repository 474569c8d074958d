/**
 * A choice made in words instead of keys: "press two", "the second one", or the choice as it was said.
 *
 * @example
 * chooseByWords(place, 'number two please') // the intent of key 2
 * chooseByWords(place, 'comfort and daily life') // the intent of the choice with that label
 */

import { contentWords } from '../finder/content-words.ts'
import { fold } from '../finder/fold.ts'
import { normalise } from '../finder/normalise.ts'
import type { SpokenNode } from '../locale/texts.ts'
import type { Intent } from './intent.ts'
import { optionsAt } from './nodes/index.ts'
import type { Option, Place } from './place.ts'

/** The choice that the words name outright; nothing where they say anything else. */
export function chooseByWords(place: Place, words: string): Intent | undefined {
  const { fillers, choices } = place.line.lexicon
  const said = normalise(words).split(' ').filter(Boolean)
  const spoken = said.filter((word) => !Object.hasOwn(fillers, word))
  const options = optionsAt(place)
  if (spoken.length > 0 && spoken.every((word) => Object.hasOwn(choices, word))) {
    // "The second one": what comes first names the choice.
    const key = String(choices[spoken[0] as string])
    return options.find((option) => option.key === key)?.intent ?? { kind: 'wrong key', key }
  }
  const named = options.filter((option) => isSaid(labelOf(place, option), said))
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

function labelOf({ line, position }: Place, { intent }: Option): readonly string[] {
  const text =
    intent.kind === 'open' ? line.locales[position.locale]?.resources.nodes[intent.node] : undefined
  return text ? labelWords(text) : []
}

/** A line is plain data; what its labels sound like is kept for as long as the line itself lives. */
const labels = new WeakMap<SpokenNode, readonly string[]>()

function labelWords(text: SpokenNode): readonly string[] {
  const kept = labels.get(text) ?? contentWords(text.label)
  labels.set(text, kept)
  return kept
}

function isSaid(label: readonly string[], said: readonly string[]): boolean {
  if (label.length === 0 || label.length !== said.length) return false
  const sounds = said.map(fold)
  return label.every((word) => sounds.includes(word))
}
