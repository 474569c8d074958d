/**
 * Tours of the line: one a theme, for each channel. A tour goes through every menu of its theme by keys (a text by words),
 * and through every part of every topic behind it.
 *
 * @example
 * toursOf(line, 'en', 'voice') // [{ name: 'signs', steps: ['presses 1', 'presses 1', 'presses 1', 'presses #', …] }, …]
 */
import { keysTo, keysToLanguage } from '../../src/cli/support/keys-to.ts'
import type { Channel } from '../../src/line/event.ts'
import { KEYS } from '../../src/line/keys.ts'
import type { Line } from '../../src/line/line.ts'
import { partsAt } from '../../src/line/nodes/index.ts'
import { nodesOffered } from '../../src/line/offered.ts'
import { positionAt } from '../../src/line/position.ts'
import { mainPlace } from '../../src/line/prepare.ts'
import { themesOf } from '../../src/line/themes.ts'

/** A choice that a tour takes in a menu, with the choices that it takes behind that one. */
interface Stop {
  readonly slug: string
  readonly key: string
  readonly behind: readonly Stop[]
}

/** The theme of a tour: a menu, or a part of a menu whose submenus have tours of their own. */
interface Stretch {
  readonly slug: string
  readonly stops: readonly Stop[]
}

/** Topics in one script, at most; a theme that has more is a script for each of its menus. */
const MOST_TOPICS = 9

/** Each by the slug of its menu. */
export function toursOf(line: Line, locale: string, channel: Channel) {
  const stepsOf = channel === 'voice' ? callSteps : textSteps
  return stretchesOf({ ...line, nodes: nodesOffered(line, locale) }, locale).map((stretch) => ({
    name: stretch.slug,
    steps: stepsOf(line, locale, stretch),
  }))
}

/** What the main menu leads to without a menu, as in a language that has one topic of a theme, is a stretch of that menu. */
function stretchesOf(line: Line, locale: string): readonly Stretch[] {
  const met = new Set<string>()
  const isMenu = (slug: string) => line.nodes[slug]?.kind === 'menu'
  const main = stopsIn(line, line.main, new Set()).filter(({ slug }) => line.nodes[slug]?.kind === 'topic')
  const themes = themesOf(line, locale).flatMap(({ slug, topics }) => {
    if (!isMenu(slug)) return []
    const stops = stopsIn(line, slug, met)
    if (topics.length <= MOST_TOPICS) return [{ slug, stops }]
    const own = stops.filter(({ behind }) => behind.length === 0)
    const submenus = stops.filter(({ behind }) => behind.length > 0)
    return [
      ...(own.length > 0 ? [{ slug, stops: own }] : []),
      ...submenus.map(({ slug, behind }) => ({ slug, stops: behind })),
    ]
  })
  return [...themes, ...(main.length > 0 ? [{ slug: line.main, stops: main }] : [])]
}

/** The choices of a menu in their order, without those that an earlier menu had. */
function stopsIn(line: Line, slug: string, met: Set<string>): readonly Stop[] {
  const node = line.nodes[slug]
  if (node?.kind !== 'menu') return []
  const fresh = node.options.filter(({ to }) => !met.has(to))
  for (const { to } of fresh) met.add(to)
  return fresh.map(({ key, to }) => ({ slug: to, key: String(key), behind: stopsIn(line, to, met) }))
}

function callSteps(line: Line, locale: string, { slug, stops }: Stretch): readonly string[] {
  const visit = ({ slug, key, behind }: Stop): readonly string[] => [
    // A consent is left first, then agreed to.
    ...(line.guards[slug] ? [key, KEYS.back, key, '1'] : [key]),
    ...Array<string>(partsIn(line, slug, locale, 'voice') - 1).fill(KEYS.next),
    ...behind.flatMap(visit),
    KEYS.back,
  ]
  const keys = [...keysToLanguage(line, locale), ...keysTo(line, locale, slug), ...stops.flatMap(visit)]
  return keys.slice(0, keys.at(-1) === KEYS.back ? -1 : undefined).map((key) => `presses ${key}`)
}

function textSteps(line: Line, locale: string, { slug, stops }: Stretch): readonly string[] {
  const data = line.locales[locale]
  const upper = (word = '') => word.toLocaleUpperCase(locale)
  const [menu, more] = [upper(data?.commands.menu[0]), upper(data?.commands.more[0])]
  const visit = ({ slug, behind }: Stop): readonly string[] =>
    behind.length > 0
      ? [menu, ...keysTo(line, locale, slug), ...behind.flatMap(visit)]
      : [
          upper(data?.resources.nodes[slug]?.word),
          ...(line.guards[slug] ? ['1'] : []),
          ...Array<string>(partsIn(line, slug, locale, 'sms') - 1).fill(more),
        ]
  // MENU may be a word of several languages; a conversation begins in the first.
  const begin = locale === line.settings.locales[0] ? menu : upper(data?.commands.language[0])
  return [begin, ...keysTo(line, locale, slug), ...stops.flatMap(visit)]
}

function partsIn(line: Line, slug: string, locale: string, channel: Channel): number {
  const place = mainPlace(line, channel, locale, line.settings.country)
  return partsAt({ ...place, position: positionAt(slug, locale) })
}
