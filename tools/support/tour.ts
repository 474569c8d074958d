/**
 * A tour of the line: for every node, the deeds of somebody who goes there by keys, or by its keyword, and hears or
 * reads all of it. The golden transcripts are these tours, played.
 *
 * @example
 * tour(line, 'en', 'bone', 'voice') // ['presses 1', 'presses 2', 'presses 3', 'presses 1', 'presses #', …]
 */
import type { Channel } from '../../src/line/event.ts'
import { KEYS } from '../../src/line/keys.ts'
import type { Line } from '../../src/line/line.ts'
import { partNames } from '../../src/line/nodes/topic.ts'

/** Any topic shows the sources; this one has several. */
const TOPIC_WITH_SOURCES = 'bone'

/** Words that may mean several topics, in each language that has a transcript. */
const AMBIGUOUS: Readonly<Record<string, string>> = { en: 'cough and pain', es: 'hígado y huesos' }

/** Words that lead to no node of their own, by what they are, in each language that has a transcript. */
export const SAYINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  crisis: { en: 'I want to die', es: 'me quiero morir' },
  despair: { en: 'everyone is tired of me and my pain', es: 'ya todos se cansaron de mí y de mi dolor' },
  emergency: { en: 'my legs went numb', es: 'no siento las piernas' },
  thanks: { en: 'thank you', es: 'gracias' },
}

export function tour(line: Line, locale: string, slug: string, channel: Channel): readonly string[] {
  return channel === 'voice' ? callTour(line, locale, slug) : textTour(line, locale, slug)
}

/** The tour of whoever says no more than this. */
export function sayingTour(line: Line, locale: string, saying: string, channel: Channel): readonly string[] {
  const words = SAYINGS[saying]?.[locale] ?? ''
  const language = `presses ${line.settings.locales.indexOf(locale) + 1}`
  return channel === 'voice' ? [language, `says "${words}"`] : [words]
}

function callTour(line: Line, locale: string, slug: string): readonly string[] {
  const language = `presses ${line.settings.locales.indexOf(locale) + 1}`
  const node = line.nodes[slug]
  if (!node || slug === line.start) return []
  switch (node.kind) {
    case 'handoff':
      return [language, `presses ${KEYS.person}`]
    case 'ways':
      return [language, `presses ${KEYS.ways}`, 'presses 1']
    case 'guess':
      return [language, `says "${AMBIGUOUS[locale] ?? ''}"`]
    case 'number':
      return [language, `presses ${KEYS.number}`, `presses ${numberOf(line, TOPIC_WITH_SOURCES)}`]
    case 'sources':
      return [
        language,
        ...presses(keysTo(line, TOPIC_WITH_SOURCES)),
        `presses ${KEYS.ways}`,
        'presses 3',
        `presses ${KEYS.next}`,
      ]
    case 'consent':
      return [language, ...presses(keysTo(line, node.before)), 'presses *']
    case 'topic': {
      const agreed = line.guards[slug] ? ['presses 1'] : []
      const parts = partNames(node, 'voice', line.settings.country).length
      return [
        language,
        ...presses(keysTo(line, slug)),
        ...agreed,
        ...Array(parts - 1).fill(`presses ${KEYS.next}`),
        `presses ${KEYS.back}`,
      ]
    }
    case 'helplines': {
      const services = line.directory[line.settings.country]?.services.length ?? 0
      return [language, ...presses(keysTo(line, slug)), ...Array(services).fill(`presses ${KEYS.next}`)]
    }
    default:
      return [language, ...presses(keysTo(line, slug))]
  }
}

function textTour(line: Line, locale: string, slug: string): readonly string[] {
  const node = line.nodes[slug]
  const { commands, resources } = line.locales[locale] as Line['locales'][string]
  const word = (name: keyof typeof commands) => (commands[name][0] as string).toLocaleUpperCase(locale)
  const keyword = (resources.nodes[slug]?.word ?? slug).toLocaleUpperCase(locale)
  if (!node) return []
  switch (node.kind) {
    case 'languages':
      return [word('menu'), word('languages')]
    case 'handoff':
      return [word('person')]
    case 'topic': {
      const parts = partNames(node, 'sms', line.settings.country).length
      return [keyword, ...(line.guards[slug] ? ['1'] : []), ...Array(parts).fill(word('more'))]
    }
    case 'consent': {
      const before = resources.nodes[node.before]?.word ?? ''
      return [before.toLocaleUpperCase(locale), word('menu')]
    }
    case 'helplines':
      return [keyword, word('more'), word('more'), word('more')]
    case 'sources':
      return [TOPIC_WITH_SOURCES, word('source'), word('more')]
    case 'guess':
      return [AMBIGUOUS[locale] ?? '', '1']
    case 'ways':
    case 'number':
      return []
    case 'menu':
      return [word('menu'), ...keysTo(line, slug)]
  }
}

/** The keys that lead through menus from the main menu to a node; none for the main menu itself. */
export function keysTo(line: Line, slug: string): readonly string[] {
  const paths = new Map<string, readonly string[]>([[line.main, []]])
  for (const [from, path] of paths) {
    const node = line.nodes[from]
    if (node?.kind !== 'menu') continue
    for (const { key, to } of node.options) if (!paths.has(to)) paths.set(to, [...path, String(key)])
  }
  return paths.get(slug) ?? []
}

function presses(keys: readonly string[]): readonly string[] {
  return keys.map((key) => `presses ${key}`)
}

function numberOf(line: Line, slug: string): number {
  const node = line.nodes[slug]
  return node && 'number' in node ? node.number : 0
}
