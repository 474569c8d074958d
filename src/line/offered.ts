/**
 * What a language of the line offers: the topics that it has texts of, and the menus that lead to them, closed up. What it lacks is
 * told in the source language, once the person has agreed to that.
 *
 * A topic that is off today (today.ts) is left out in every language, but for its key in a menu: who has heard the menu before must not
 * get another topic by it.
 *
 * The texts of the opened line decide, not a list that was made when it was compiled: a live line may take out texts that nobody has signed.
 *
 * @example
 * isOffered(line, 'ht', 'outlook') // false
 * optionsOffered(line, 'ht', node) // [{ key: 1, to: 'bone' }]
 * languageOf(line, 'ht', 'outlook') // 'en'
 */
import { mapValues } from '../authored/records.ts'
import type { FlowNode, NodeOf } from '../flow/node.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Line } from './line.ts'

type Menu = NodeOf<'menu'>
type Nodes = Pick<Line, 'settings' | 'nodes' | 'main' | 'guards' | 'locales' | 'today'>

/** Whether a language leads to a node. `above` are the menus that the question comes from: menus may lead to each other. */
export function isOffered(line: Nodes, locale: string, slug: string, above: readonly string[] = []): boolean {
  const node = line.nodes[slug]
  if (isWhole(line, locale) || slug === line.main) return true
  switch (node?.kind) {
    case 'topic': {
      const { [slug]: guard = slug } = line.guards
      return !isOff(line, slug) && isTranslated(line, locale, slug) && isTranslated(line, locale, guard)
    }
    case 'consent':
      return isTranslated(line, locale, slug) && isOffered(line, locale, node.before)
    case 'menu':
      return (
        isTranslated(line, locale, slug) &&
        !above.includes(slug) &&
        node.options.some(({ to }) => isOffered(line, locale, to, [...above, slug]))
      )
    default:
      return true
  }
}

/** The language in which a node is told to somebody who listens in `locale`. */
export function languageOf(line: Nodes, locale: string, slug: string): string {
  switch (line.nodes[slug]?.kind) {
    case 'topic':
      return isOffered(line, locale, slug) ? locale : sourceLocale(line.settings)
    case 'consent':
    case 'menu':
      return isTranslated(line, locale, slug) ? locale : sourceLocale(line.settings)
    default:
      return locale
  }
}

/**
 * The options of a menu that lead somewhere, with keys by position; also to what is off today. A submenu of which one option is left
 * gives way to that option.
 */
export function optionsOffered(
  { today, ...line }: Nodes,
  locale: string,
  { options }: Menu,
): Menu['options'] {
  if (isWhole(line, locale)) return options
  const offered = options.filter(({ to }) => isOffered(line, locale, to))
  const targets = new Set(offered.map(({ to }) => onlyOption(line, locale, to)))
  return [...targets].map((to, index) => ({ key: index + 1, to }))
}

/** All nodes, with the menus as a language offers them. */
export function nodesOffered(line: Nodes, locale: string): Readonly<Record<string, FlowNode>> {
  return mapValues(line.nodes, (node) =>
    node.kind === 'menu' ? { ...node, options: optionsOffered(line, locale, node) } : node,
  )
}

/** Whether a topic is off today; or the one that a consent guards. */
export function isOff({ nodes, today }: Pick<Line, 'nodes' | 'today'>, slug: string): boolean {
  return today?.off.includes(topicBehind({ nodes }, slug)) ?? false
}

/** The topic that a consent asks before, or the node itself. */
export function topicBehind({ nodes }: Pick<Line, 'nodes'>, slug: string): string {
  const node = nodes[slug]
  return node?.kind === 'consent' ? node.before : slug
}

/** The source language has all texts. */
function isWhole({ settings, today }: Nodes, locale: string): boolean {
  return locale === sourceLocale(settings) && !today?.off.length
}

/** The nodes that a language must have to be offered: without the menus and the way to a person no topic is found. */
export function isCore({ settings, nodes }: Pick<Line, 'settings' | 'nodes'>, slug: string): boolean {
  const kind = nodes[slug]?.kind
  if (kind === 'consent') return false
  return kind !== 'topic' || (settings.core?.includes(slug) ?? true)
}

function isTranslated({ locales }: Nodes, locale: string, slug: string): boolean {
  return Object.hasOwn(locales[locale]?.resources.nodes ?? {}, slug)
}

/** Not of a menu that has one option in every language: its author meant it. */
function onlyOption(line: Nodes, locale: string, slug: string): string {
  const node = line.nodes[slug]
  if (node?.kind !== 'menu' || node.options.length === 1) return slug
  let only: string | undefined
  for (const { to } of node.options) {
    if (!isOffered(line, locale, to)) continue
    // Two are enough to know: the rest of the line need not be looked at for each menu.
    if (only !== undefined) return slug
    only = to
  }
  return only === undefined ? slug : onlyOption(line, locale, only)
}
