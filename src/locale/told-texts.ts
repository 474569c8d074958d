/**
 * Every text that a language tells or prints, by its key. Words that it only understands (keywords, phrases, alarms) are not among
 * them: they are not translated one by one, and the tests of finding hold them.
 *
 * @example
 * toldTexts(locale).get('nodes.bone.voice.signs') // { text: 'Llame …', source, path: ['bone', 'voice', 'signs'] }
 */
import type { Path } from '../authored/issue.ts'
import { leavesOf } from '../authored/records.ts'
import type { Source } from '../authored/source.ts'
import type { AuthoredLocale } from './read.ts'

export interface ToldText {
  readonly text: string
  /** The file, and where in it the text stands. */
  readonly source: Source
  readonly path: Path
}

/** Whole files of texts, and what each is called in a key. */
export const TEXT_FILES = ['phrases', 'pages', 'rules', 'warnings', 'replies', 'directory'] as const
type TextFileName = (typeof TEXT_FILES)[number]

/** A file, also one whose shape nobody has checked. */
interface TextFile<Data = unknown> {
  readonly data: Data
  readonly source: Source
}

/** What a node tells; its other words are only understood. */
const TOLD = ['label', 'title', 'voice', 'sms'] as const

type NodeTexts = Readonly<Partial<Record<(typeof TOLD)[number], unknown>>>

export function toldTexts(locale: AuthoredLocale): ReadonlyMap<string, ToldText> {
  return toldTextsIn(locale.nodes, (name) => locale[name])
}

/** The same from files that nobody has checked: a text is what stands in the place of one. */
export function toldTextsIn(
  nodes: Readonly<Record<string, TextFile<NodeTexts>>>,
  fileOf: (name: TextFileName) => TextFile | undefined,
): ReadonlyMap<string, ToldText> {
  const texts = new Map<string, ToldText>()
  const add = (prefix: string, source: Source, data: unknown, base: Path) => {
    for (const [path, text] of leavesOf(data))
      if (typeof text === 'string')
        texts.set([prefix, ...path].join('.'), { text, source, path: [...base, ...path] })
  }
  for (const [slug, { data, source }] of Object.entries(nodes))
    for (const name of TOLD) add(`nodes.${slug}.${name}`, source, data[name], [slug, name])
  for (const name of TEXT_FILES) {
    const file = fileOf(name)
    if (file) add(name, file.source, file.data, [])
  }
  return texts
}

/**
 * What people sign at once: a node by its slug, everything else by its file.
 *
 * @example
 * groupOf('nodes.bone.label') // 'bone'
 * groupOf('phrases.voice.more') // 'phrases'
 */
export function groupOf(key: string): string {
  const [first = '', slug = ''] = key.split('.')
  return first === 'nodes' ? slug : first
}

/** The node that a key is of; none for texts around the nodes. */
export function nodeOf(key: string): string | undefined {
  return key.startsWith('nodes.') ? groupOf(key) : undefined
}
