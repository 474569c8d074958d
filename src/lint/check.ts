/**
 * A check finds the issues of one rule. Most checks read the draft; those of lengths read what the compiled line says.
 *
 * @example
 * export const checkKeywords: Check<Draft> = function* (draft) {
 *   for (const { slug, text, issue } of nodeTexts(draft))
 *     if (text.keywords.length === 0) yield issue('missing-keyword', [], `"${slug}" has no keyword.`)
 * }
 */
import type { Authored } from '../authored/files.ts'
import {
  type Issue,
  type IssueCode,
  issueIn,
  type MakeIssue,
  type Path,
  withCause,
} from '../authored/issue.ts'
import { isOwn } from '../authored/own-path.ts'
import { leavesOf } from '../authored/records.ts'
import { openSpelling, PLAIN_SPELLING, type Spelling, spellingRules } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { FlowNode } from '../flow/node.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { TopicNode } from '../flow/topic.ts'
import type { Draft } from '../line/draft.ts'
import type { Line } from '../line/line.ts'
import type { NodeText } from '../locale/schema.ts'
import type { Texts } from '../locale/texts.ts'

export type Check<Subject> = (subject: Subject) => Iterable<Issue>

/** A draft without errors, and the line that it compiles to. */
export interface CompiledDraft {
  readonly draft: Draft
  readonly line: Line
  readonly texts: Texts
}

export const CHANNELS = ['voice', 'sms'] as const

export const PLACEHOLDER = /\{\{[^}]*\}\}/g

type Channel = (typeof CHANNELS)[number]

/** Each node of the flows. `issue` takes paths inside the node. */
export function* flowNodes({
  flow,
}: Draft): Generator<{ readonly slug: string; readonly node: FlowNode; readonly issue: MakeIssue }> {
  for (const [slug, { data: node, source }] of Object.entries(flow.nodes))
    yield { slug, node, issue: issueIn(source, { node: slug }, ['nodes', slug]) }
}

/** The texts of each node in each locale. `issue` takes paths inside the texts of the node. */
export function* nodeTexts({ locales }: Draft): Generator<{
  readonly locale: string
  readonly slug: string
  readonly text: NodeText
  readonly issue: MakeIssue
}> {
  for (const [locale, { nodes }] of Object.entries(locales))
    for (const [slug, { data: text, source }] of Object.entries(nodes))
      yield { locale, slug, text, issue: issueIn(source, { locale, node: slug }, [slug]) }
}

/** Every word that people write in the files of a line, but for notes and sources, with the path to each. */
export function* writtenTexts({ flow, locales, otherLanguages }: Draft): Generator<{
  readonly text: string
  readonly path: Path
  readonly locale?: string
  readonly issue: MakeIssue
}> {
  for (const file of [flow.settings, ...Object.values(flow.directory)]) yield* textsIn(file)
  if (otherLanguages) yield* textsIn(otherLanguages)
  for (const [locale, { nodes, ...files }] of Object.entries(locales)) {
    for (const file of Object.values(files)) yield* textsIn(file, { locale })
    for (const [node, { data, source }] of Object.entries(nodes))
      yield* textsIn({ data: { [node]: data }, source }, { locale, node })
  }
}

function* textsIn({ data, source }: Authored<object>, about: Pick<Issue, 'locale' | 'node'> = {}) {
  const issue = issueIn(source, about)
  for (const [path, text] of leavesOf(data))
    if (typeof text === 'string') yield { text, path, issue, ...about }
}

/**
 * Each part of each node in each locale, with its words and those of the source locale. `issue` takes paths inside the node. `differs`
 * tells that a translation is not as its source: at the translation, or at the operator's own words, which alone have changed.
 */
export function* translatedParts(draft: Draft) {
  const reference = sourceLocale(draft.flow.settings.data)
  for (const { locale, slug, text, issue } of nodeTexts(draft)) {
    const source = draft.locales[reference]?.nodes[slug]
    for (const channel of CHANNELS)
      for (const [part, words] of Object.entries(text[channel])) {
        const path = [channel, part]
        const changed = source?.source.at([slug, ...path])
        const differs = (code: IssueCode, what: string, there: string, here: string): Issue => {
          const told = issue(
            code,
            path,
            `The ${what} differ from those of locales/${reference}: ${there} there, ${here} here. Tell the same ones.`,
          )
          if (!changed || !isOwn(changed.file) || isOwn(told.file)) return told
          const message = `Your words have the ${what} ${there}, and ${told.file} still has ${here}: change them in each language, as in line/locales/${locale}/words.json, or keep the ${what} here.`
          return withCause({ ...told, ...changed, message }, `words ${slug}.${channel}.${part}`)
        }
        yield { locale, path, words, original: source?.data[channel][part] ?? words, issue, differs }
      }
  }
}

/** As messages to the line are read. */
export function spellingOf({ locales }: Draft): Spelling {
  return openSpelling(spellingRules(Object.values(locales).map(({ settings }) => settings.data)))
}

/** The names of all parts of a topic for a channel, those of every country included. */
export function allParts(node: TopicNode, channel: Channel): readonly string[] {
  return [...node.parts[channel], ...Object.values(node.countries ?? {}).flatMap((parts) => parts[channel])]
}

/**
 * The values that a text names, each once, in alphabetical order. A format after a comma is not part of the name.
 *
 * @example
 * placeholdersIn('{{more, upper}}: go on. {{menu}}') // ['menu', 'more']
 */
export function placeholdersIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*([^},]+?)\s*(?:,[^}]*)?\}\}/g)].map(([, name = '']) => name)
  return [...new Set(names)].sort()
}

/** @example listPlaceholders(['key', 'label']) // '{{key}}, {{label}}' */
export function listPlaceholders(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `{{${name}}}`).join(', ')
}

/**
 * Whether one of the words, or words that it is a part of, stand there.
 *
 * @example
 * holdsKeyWord(normalise('The cancer metastasised.', PLAIN_SPELLING), 'metasta|spread') // true
 */
export function holdsKeyWord(words: string, keyWord: string): boolean {
  return keyWord.split('|').some((each) => words.includes(normalise(each, PLAIN_SPELLING)))
}
