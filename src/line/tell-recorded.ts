/**
 * What a line plays of its recordings. A live line plays what a person has spoken, from the language's own address; the demo plays the
 * scratch track too, from the folder `recordings/`, and says that nobody has checked it. A language without a voice can be called only
 * where nothing is missing that every call needs; a topic that has words without a clip is not offered there (`lineByPhone`).
 *
 * @example
 * const { line, notices } = tellRecorded(opened, { isDemo: false })
 * // notices: ['ht (Kreyòl) cannot be called: 12 of its texts have no clip, such as phrases.voice.next. …']
 */
import { mapValues } from '../authored/records.ts'
import type { Line, LocaleData, Played, Recording } from './line.ts'
import { spokenTexts, unrecorded } from './spoken-texts.ts'

type Clips = Readonly<Record<string, Recording>>

/** `notices` are sentences for the operator, one a language. */
export function tellRecorded(
  line: Line,
  { isDemo }: { readonly isDemo: boolean },
): { readonly line: Line; readonly notices: readonly string[] } {
  const notices: string[] = []
  const unchecked: string[] = []
  const tell = (locale: string, data: LocaleData): LocaleData => {
    const all = data.recordings ?? {}
    if (Object.keys(all).length === 0) return data
    const { settings } = data
    const clips = isDemo ? all : settings.recordings ? spokenByPeople(all) : {}
    const at = isDemo || !settings.recordings ? `/recordings/${locale}/` : settings.recordings.url
    const missing = unrecorded(spokenTexts(line, locale), clips)
    const needed = missing.filter(({ isNeeded }) => isNeeded)
    const nodes = missing.flatMap(({ node }) => node ?? [])
    if (Object.values(clips).some(({ isScratch }) => isScratch)) unchecked.push(locale)
    if (!settings.voice && needed.length > 0)
      notices.push(notice(locale, data, needed.length, needed[0]?.key ?? '', isDemo))
    const played: Played = {
      at,
      seconds: mapValues(clips, ({ seconds }) => seconds),
      isWhole: needed.length === 0,
      unrecorded: [...new Set(nodes)],
    }
    return { ...data, played }
  }
  const locales = Object.fromEntries(
    Object.entries(line.locales).map(([locale, data]) => [locale, tell(locale, data)]),
  )
  return { line: { ...line, locales, ...(unchecked.length > 0 ? { unchecked } : {}) }, notices }
}

/** The line as it is told by phone: a language without a voice has only the nodes that are recorded whole. */
export function lineByPhone(line: Line): Line {
  if (!Object.values(line.locales).some((data) => unheard(data).length > 0)) return line
  const locales = mapValues(line.locales, (data) => {
    const { resources } = data
    const left = unheard(data)
    const kept = Object.entries(resources.nodes).filter(([slug]) => !left.includes(slug))
    return { ...data, resources: { ...resources, nodes: Object.fromEntries(kept) } }
  })
  return { ...line, locales }
}

/** Whether a live line can hold a call in a language: by a voice, or by clips that people have spoken. */
export function isHeardLive(
  line: Pick<Line, 'settings' | 'nodes' | 'locales' | 'sources'>,
  locale: string,
): boolean {
  const { settings, recordings } = line.locales[locale] ?? {}
  if (settings?.voice) return true
  if (!settings?.recordings || !recordings) return false
  return !unrecorded(spokenTexts(line, locale), spokenByPeople(recordings)).some(({ isNeeded }) => isNeeded)
}

/** The nodes that nobody can hear: without a voice, and without a clip of each of their words. */
function unheard({ settings, played }: LocaleData): readonly string[] {
  return settings.voice || !played ? [] : played.unrecorded
}

function spokenByPeople(clips: Clips): Clips {
  return Object.fromEntries(Object.entries(clips).filter(([, { isScratch }]) => !isScratch))
}

function notice(
  locale: string,
  { settings }: LocaleData,
  count: number,
  first: string,
  isDemo: boolean,
): string {
  const name = `${locale} (${settings.name})`
  if (!isDemo && !settings.recordings)
    return `${name} cannot be called: its locale.json does not say where its clips are. Write their address as "recordings": { "url": "https://…/" }.`
  const texts = count === 1 ? '1 text has' : `${count} of its texts have`
  return `${name} cannot be called: ${texts} no clip${isDemo ? '' : ' by a person'}, such as ${first}. \`npm run recordings -- ${locale}\` writes what is to be recorded.`
}
