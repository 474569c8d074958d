/**
 * Compiles a sound draft into a line. `lint` says whether a draft is sound.
 *
 * @example
 * compile(draft).guards // { outlook: 'outlookask', lastdays: 'lastdaysask' }
 */
import type { Authored } from '../authored/files.ts'
import { mapValues } from '../authored/records.ts'
import { buildLexicon, learnAnew } from '../finder/lexicon.ts'
import type { FlowNode, NodeKind } from '../flow/node.ts'
import { sourceLocale } from '../flow/settings.ts'
import { printedNames } from '../locale/country-names.ts'
import { lackedBy } from '../locale/other-languages.ts'
import type { AuthoredLocale } from '../locale/read.ts'
import type { RecordingRows } from '../locale/recordings-file.ts'
import { reviewed, statesOf } from '../locale/review.ts'
import type { NodeText, SpokenAndTexted } from '../locale/schema.ts'
import { toldTexts } from '../locale/told-texts.ts'
import { withWarnings } from '../locale/warnings.ts'
import type { Draft } from './draft.ts'
import type { CompiledLine, LocaleData } from './line.ts'

type Nodes = Readonly<Record<string, FlowNode>>

/** `learn` may know what was learnt from the same examples before. */
export function compile(draft: Draft, learn = learnAnew): CompiledLine {
  const { flow, locales, otherLanguages } = draft
  const nodes = mapValues(flow.nodes, dataOf)
  const territories = Object.fromEntries(
    Object.values(flow.directory).flatMap(({ data: { country, territories } }) =>
      territories.map((territory) => [territory, country]),
    ),
  )
  const { emergency, crisis } = flow.everywhere?.data ?? { emergency: {}, crisis: {} }
  const languages = otherLanguages?.data ?? {}
  const countries = [
    ...new Set([...Object.keys(flow.directory), ...Object.keys(territories), ...Object.keys(emergency)]),
  ]
  const source = sourceLocale(flow.settings.data)
  const line = {
    settings: { ...flow.settings.data, source },
    nodes,
    start: onlyNode(nodes, 'languages'),
    main: Object.values(nodes).find((node) => node.kind === 'languages')?.to ?? '',
    person: onlyNode(nodes, 'handoff'),
    ways: onlyNode(nodes, 'ways'),
    helplines: onlyNode(nodes, 'helplines'),
    number: onlyNode(nodes, 'number'),
    sourcesNode: onlyNode(nodes, 'sources'),
    guess: onlyNode(nodes, 'guess'),
    guards: Object.fromEntries(
      Object.entries(nodes).flatMap(([slug, node]) => (node.kind === 'consent' ? [[node.before, slug]] : [])),
    ),
    locales: Object.fromEntries(
      Object.entries(locales).map(([name, locale]) => [name, localeData(name, locale, countries)]),
    ),
    directory: mapValues(flow.directory, dataOf),
    territories,
    everywhere: { emergency, crisis },
    sources: flow.sources?.data ?? {},
    otherLanguages: mapValues(lackedBy([source], languages), ({ sms }) => sms),
    lexicon: buildLexicon(
      { nodes, locales: mapValues(locales, words), countries, territories, otherLanguages: languages },
      learn,
    ),
  }
  return withReviews(line, draft)
}

/** The line with the states and the clips of its texts as the draft has them: they change while people work, and nothing is learnt from them. */
export function withReviews(line: CompiledLine, { flow, locales, reviews, recordings }: Draft): CompiledLine {
  const original = sourceLocale(flow.settings.data)
  const sources = locales[original] ? toldTexts(locales[original]) : new Map()
  const data = Object.entries(line.locales).map(([name, data]) => {
    const locale = locales[name]
    const clips = clipsIn(recordings[name] ?? new Map())
    if (!locale || name === original) return [name, { ...data, ...clips }] as const
    const states = statesOf(sources, toldTexts(locale), reviews[name] ?? new Map())
    return [name, { ...data, ...clips, reviewed: reviewed(states) }] as const
  })
  return { ...line, locales: Object.fromEntries(data) }
}

function clipsIn(rows: RecordingRows): Pick<LocaleData, 'recordings'> {
  const recordings = [...rows.values()].map(
    ({ hash, seconds, kind }) =>
      [hash, kind === 'scratch' ? { seconds, isScratch: true as const } : { seconds }] as const,
  )
  return { recordings: Object.fromEntries(recordings) }
}

function dataOf<T>({ data }: Authored<T>): T {
  return data
}

/** A sound draft has exactly one node of each of these kinds. */
function onlyNode(nodes: Nodes, kind: NodeKind): string {
  return Object.keys(nodes).find((slug) => nodes[slug]?.kind === kind) ?? ''
}

function localeData(name: string, locale: AuthoredLocale, codes: readonly string[]): LocaleData {
  const { settings, commands, phrases, pages, directory, countries, rules, replies, nodes } = locale
  const warnings = locale.warnings.data
  return {
    settings: settings.data,
    commands: commands.data,
    resources: {
      nodes: mapValues(nodes, ({ data }) => spoken(data, warnings)),
      phrases: { ...phrases.data, ...pages.data },
      directory: directory.data,
      countries: printedNames(name, codes, directory.data, countries.data.names),
      rules: mapValues(rules.data, (rule) => inBoth(rule, warnings)),
      replies: replies.data,
    },
  }
}

/** The texts that people hear and read. Keywords are in the lexicon; here only the one that is printed. */
function spoken({ label, title, keywords, voice, sms }: NodeText, warnings: SpokenAndTexted) {
  return {
    label,
    title,
    word: keywords[0] ?? title,
    voice: mapValues(voice, (text) => withWarnings(text, warnings, 'voice')),
    sms: mapValues(sms, (text) => withWarnings(text, warnings, 'sms')),
  }
}

function inBoth({ voice, sms }: SpokenAndTexted[string], warnings: SpokenAndTexted) {
  return { voice: withWarnings(voice, warnings, 'voice'), sms: withWarnings(sms, warnings, 'sms') }
}

/** What the finder learns of a locale. */
function words(locale: AuthoredLocale) {
  const { settings, commands, alarms, cries, examples, numerals, countries, directory, nodes } = locale
  return {
    settings: settings.data,
    commands: commands.data,
    alarms: alarms.data,
    cries: cries.data,
    examples: examples.data,
    numerals: numerals.data,
    countries: countries.data,
    directory: directory.data,
    nodes: mapValues(nodes, dataOf),
  }
}
