/**
 * The topics of a line by theme, as the page and the card print them: a theme for each choice of the main menu, with the topics that
 * the language has.
 *
 * @example
 * themesOf(line, 'en') // [{ slug: 'signs', topics: [{ slug: 'urgent', number: 20 }, …] }, …]
 */

import type { Line } from './line.ts'
import { isOffered } from './offered.ts'
import { readingOrderFrom } from './reading-order.ts'

interface Theme {
  readonly slug: string
  readonly topics: readonly NumberedTopic[]
}

/** A node that has a number of two digits and a printed word. */
export interface NumberedTopic {
  readonly slug: string
  readonly number: number
}

export function themesOf(line: Line, locale: string): readonly Theme[] {
  const main = line.nodes[line.main]
  if (main?.kind !== 'menu') return []
  const met = new Set<string>()
  const has = (slug: string) => isOffered(line, locale, slug)
  const themes = main.options.map(({ to }) => ({
    slug: to,
    topics: readingOrderFrom(line, to, met)
      .filter(has)
      .flatMap((slug) => numbered(line, slug)),
  }))
  return themes.filter(({ slug }) => has(slug))
}

export function numbered({ nodes }: Line, slug: string): readonly NumberedTopic[] {
  const node = nodes[slug]
  return node && 'number' in node ? [{ slug, number: node.number }] : []
}
