/** A menu says where one is and how many choices there are, then its options. */
import type { MenuNode } from '../../flow/kinds/menu.ts'
import { phrase } from '../../locale/phrases.ts'
import { currentSlug, type Kind, nodeText, optionTo } from '../place.ts'

export const menu: Kind<MenuNode> = {
  parts: () => 1,
  options: (node) => node.options.map(({ key, to }) => optionTo(key, to)),
  voice: (node, place) => [
    phrase('voice.here', { title: nodeText(currentSlug(place), 'title') }),
    phrase('voice.choices', { count: node.options.length }),
  ],
  // The main menu needs no name: what it offers says what it is, and every line costs.
  sms: (_node, place) =>
    currentSlug(place) === place.line.main ? [] : [nodeText(currentSlug(place), 'title')],
}
