/**
 * A menu's label may list its topics: "urgent signs, bones, lungs, breast". Without the topics that are off today it lists the others, so
 * that no choice promises what is not told.
 *
 * @example
 * withoutOffNames(line, ['bone']) // locales in which the label is "urgent signs, lungs, breast"
 */
import { normalise } from '../finder/tokens.ts'
import type { Line } from './line.ts'
import { topicBehind } from './offered.ts'
import { readingOrderFrom } from './reading-order.ts'

type Locales = Line['locales']
type Names = 'label' | 'title'

/** Between the topics of a list, in any script. */
const SEPARATOR = /\s*[,،、，]\s*/

export function withoutOffNames(line: Line, off: readonly string[]): Locales {
  const concerned = Object.keys(line.nodes).flatMap((menu) => {
    const below = readingOrderFrom(line, menu, new Set()).map((slug) => topicBehind(line, slug))
    const gone = off.filter((slug) => below.includes(slug))
    return gone.length > 0 && line.nodes[menu]?.kind === 'menu' ? [{ menu, gone }] : []
  })
  const told = Object.entries(line.locales).map(([locale, data]) => {
    const { nodes } = data.resources
    // Clips are of whole labels: a language without a voice keeps them.
    if (!data.settings.voice && data.played) return [locale, data] as const
    const renamed = concerned.flatMap(({ menu, gone }) => {
      const text = nodes[menu]
      if (!text) return []
      const shorten = (name: Names) => shortened(line, locale, menu, name, gone)
      return [[menu, { ...text, label: shorten('label'), title: shorten('title') }] as const]
    })
    const resources = { ...data.resources, nodes: { ...nodes, ...Object.fromEntries(renamed) } }
    return [locale, { ...data, resources }] as const
  })
  return Object.fromEntries(told)
}

/** The list without what names a topic that is gone; where nothing is left, the choices of the menu that are on. */
function shortened(line: Line, locale: string, menu: string, name: Names, gone: readonly string[]): string {
  const nodes = line.locales[locale]?.resources.nodes ?? {}
  const text = nodes[menu]?.[name] ?? ''
  const items = text.split(SEPARATOR)
  // One name, such as "tests and treatment", is of the whole menu.
  if (items.length === 1) return text
  const left = items.filter((item) => !gone.some((slug) => isNamed(line, locale, slug, item)))
  if (left.length === items.length) return text
  const node = line.nodes[menu]
  const choices = node?.kind === 'menu' ? node.options.map(({ to }) => to) : []
  const others = choices.filter((slug) => !gone.includes(slug)).flatMap((slug) => nodes[slug]?.[name] ?? [])
  const told = left.length > 0 ? left : others
  // A menu of which all is off is no choice, so nobody is told of it.
  if (told.length === 0) return text
  const [separator = ', '] = SEPARATOR.exec(text) ?? []
  const list = told.join(separator)
  const [first = ''] = text
  return first === first.toLocaleLowerCase(locale)
    ? list
    : list.charAt(0).toLocaleUpperCase(locale) + list.slice(1)
}

/** Whether a topic's label, title or keywords stand in an item. */
function isNamed({ finder, locales }: Line, locale: string, slug: string, item: string): boolean {
  const { spelling, keywords } = finder
  const words = ` ${normalise(item, spelling)} `
  const { label = '', title = '' } = locales[locale]?.resources.nodes[slug] ?? {}
  const leadsThere = [...keywords.meanings].flatMap(([text, targets]) =>
    targets.some((each) => each.kind === 'node' && each.to === slug && each.locale === locale) ? [text] : [],
  )
  const names = [label, title].map((each) => normalise(each, spelling))
  return [...names, ...leadsThere].some((each) => each !== '' && words.includes(` ${each} `))
}
