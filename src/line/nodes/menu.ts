/**
 * A menu gives its name, then its options: the first with the word "press", the others short, since a caller may wait for
 * the last of them.
 *
 * @example
 * // "Head, spine, skin. Brain, press 1. Spine: 2. …"
 */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { isOffered, optionsOffered } from '../offered.ts'
import { currentSlug, type NodeBehaviour, nodeText, optionTo, shortOption } from '../place.ts'

export const menu: NodeBehaviour<NodeOf<'menu'>> = {
  options: (node, { line, position: { locale } }) => {
    const options = optionsOffered(line, locale, node)
    const first = options.find(({ to }) => isOffered(line, locale, to))
    return options.map((option) => {
      const { key, to } = option
      const told = option === first ? optionTo(key, to) : shortOption(optionTo(key, to))
      return isOffered(line, locale, to) ? told : { ...told, isSilent: true }
    })
  },
  voice: (_node, place) => [phrase('voice.here', { label: nodeText(currentSlug(place), 'label') })],
  // The main menu needs no name: its options make it clear, and every line costs.
  sms: (_node, place) =>
    currentSlug(place) === place.line.main ? [] : [nodeText(currentSlug(place), 'title')],
}
