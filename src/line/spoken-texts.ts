/**
 * Every text that a call may say in a language, as its authors write it, by its key: what somebody has to record where there is no voice.
 *
 * @example
 * spokenTexts(line, 'ht') // [{ key: 'phrases.voice.next', text: 'Pou kontinye, | peze dyèz.', isNeeded: true }, …]
 */
import { leavesOf } from '../authored/records.ts'
import { clipsOf } from '../locale/clips.ts'
import { linePhrases } from '../locale/phrases.ts'
import type { Line } from './line.ts'
import { publisherNamed } from './nodes/sources.ts'
import { isCore } from './offered.ts'

export interface SpokenText {
  readonly key: string
  readonly text: string
  /** The node that tells it. */
  readonly node?: string
  /** No call can do without it. */
  readonly isNeeded: boolean
}

type Spoken = Pick<Line, 'settings' | 'nodes' | 'locales' | 'sources'>

/** Phrases of `phrases.json` that only texts and pages write. */
const WRITTEN = /^(sms\.|consent\.read$|helped\.text$|untranslated\.read$)/
const SPOKEN_PHRASES = new Set(Object.keys(linePhrases).filter((key) => !WRITTEN.test(key)))
const DIGITS = [...'0123456789']

/** Texts that every call needs come first, in the order in which a call meets them. */
export function spokenTexts(line: Spoken, locale: string): readonly SpokenText[] {
  const { resources } = line.locales[locale] ?? {}
  if (!resources) return []
  const around = [
    { key: 'settings.name', text: line.settings.name },
    ...DIGITS.map((digit) => ({ key: `digits.${digit}`, text: digit })),
    ...flat('phrases', resources.phrases).filter(({ key }) => isSpokenPhrase(key)),
    ...[...flat('rules', resources.rules), ...flat('replies', resources.replies)].filter(({ key }) =>
      key.endsWith('.voice'),
    ),
  ].map((each) => ({ ...each, isNeeded: true }))
  const directory = flat('directory', resources.directory).map((each) => ({
    ...each,
    isNeeded: each.key.startsWith(`directory.${line.settings.country}.`),
  }))
  const nodes = Object.entries(resources.nodes).flatMap(([node, { label, title, voice }]) =>
    flat(`nodes.${node}`, { label, title, voice }).map((each) => ({
      ...each,
      node,
      isNeeded: isCore(line, node),
    })),
  )
  // A caller who names a country hears its name: rarely that of a country without helplines.
  const countries = flat('countries', resources.countries).map((each) => ({ ...each, isNeeded: false }))
  const all = [
    ...around,
    ...directory,
    ...nodes,
    ...publishers(line, Object.keys(resources.nodes)),
    ...countries,
  ]
  return [...all.filter(({ isNeeded }) => isNeeded), ...all.filter(({ isNeeded }) => !isNeeded)]
}

/** The texts that have words without a clip. */
export function unrecorded(
  texts: readonly SpokenText[],
  clips: Readonly<Record<string, unknown>>,
): readonly SpokenText[] {
  return texts.filter(({ text }) => clipsOf(text).some(({ name }) => !Object.hasOwn(clips, name)))
}

/** Those that the topics name; no topic is left out where one of them is not recorded. */
function publishers({ nodes, sources, ...line }: Spoken, slugs: readonly string[]): readonly SpokenText[] {
  const named = slugs.flatMap((slug) => {
    const node = nodes[slug]
    const ids = node?.kind === 'topic' ? node.facts.flatMap((fact) => fact.sources) : []
    return ids.map((id) => [id, isCore({ ...line, nodes }, slug)] as const)
  })
  const needed = new Set(named.flatMap(([id, isNeeded]) => (isNeeded ? [id] : [])))
  return [...new Set(named.map(([id]) => id))].flatMap((id) => {
    const source = sources[id]
    return source ? [{ key: `sources.${id}`, text: publisherNamed(source), isNeeded: needed.has(id) }] : []
  })
}

function isSpokenPhrase(key: string): boolean {
  const name = key.replace('phrases.', '')
  return SPOKEN_PHRASES.has(name) || SPOKEN_PHRASES.has(name.replace(/_[a-z]+$/, ''))
}

function flat(prefix: string, data: object): readonly { readonly key: string; readonly text: string }[] {
  return leavesOf(data).flatMap(([path, text]) =>
    typeof text === 'string' ? [{ key: [prefix, ...path].join('.'), text }] : [],
  )
}
