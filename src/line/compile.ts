/**
 * Compiles the authored files into a line, and reports every problem in them at once.
 *
 * @example
 * const { line, issues } = compile(files)
 * if (!line) for (const issue of issues) console.error(formatIssue(issue))
 */
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, sortIssues } from '../authored/issue.ts'
import { mapValues } from '../authored/map-values.ts'
import { buildLexicon } from '../finder/lexicon.ts'
import type { NodeKind } from '../flow/node.ts'
import { type Flow, readFlow } from '../flow/read.ts'
import { type AuthoredLocale, readLocale } from '../locale/read.ts'
import type { NodeText } from '../locale/schema.ts'
import { checks } from './checks/index.ts'
import type { CompiledLine, LocaleData } from './line.ts'

/** `line` is absent when any issue is an error: a line with errors does not start. */
export function compile(files: Files): { line?: CompiledLine; issues: readonly Issue[] } {
  const { flow, issues: flowIssues } = readFlow(files)
  if (!flow) return { issues: sortIssues(flowIssues) }
  const issues = [...flowIssues]
  const locales: Record<string, AuthoredLocale> = {}
  for (const name of flow.settings.data.locales) {
    const { locale, issues: localeIssues } = readLocale(files, name)
    issues.push(...localeIssues)
    if (locale) locales[name] = locale
  }
  const draft = { flow, locales }
  for (const check of checks) issues.push(...check(draft))
  const sorted = sortIssues(issues)
  return hasErrors(sorted) ? { issues: sorted } : { line: assemble(flow, locales), issues: sorted }
}

function assemble(flow: Flow, authored: Readonly<Record<string, AuthoredLocale>>): CompiledLine {
  const nodes = mapValues(flow.nodes, ({ node }) => node)
  const only = (kind: NodeKind) => Object.keys(nodes).find((slug) => nodes[slug]?.kind === kind) as string
  const start = only('languages')
  const first = nodes[start]
  return {
    settings: flow.settings.data,
    nodes,
    start,
    main: first?.kind === 'languages' ? first.to : start,
    person: only('handoff'),
    ways: only('ways'),
    helplines: only('helplines'),
    number: only('number'),
    sourcesNode: only('sources'),
    guess: only('guess'),
    guards: Object.fromEntries(
      Object.entries(nodes).flatMap(([slug, node]) => (node.kind === 'consent' ? [[node.before, slug]] : [])),
    ),
    locales: mapValues(authored, localeData),
    directory: mapValues(flow.directory, ({ data }) => data),
    sources: flow.sources,
    lexicon: buildLexicon({
      nodes,
      locales: mapValues(authored, ({ commands, alarms, cries, numerals, nodes: texts }) => ({
        commands: commands.data,
        alarms: alarms.data,
        cries: cries.data,
        numerals: numerals.data,
        nodes: mapValues(texts, ({ text }) => text),
      })),
    }),
  }
}

function localeData({ settings, commands, phrases, pages, directory, nodes }: AuthoredLocale): LocaleData {
  return {
    settings: settings.data,
    commands: commands.data,
    resources: {
      nodes: mapValues(nodes, ({ text }) => spoken(text)),
      phrases: { ...phrases.data, ...pages.data },
      directory: directory.data,
    },
  }
}

/** What is said of a node; its keywords and phrases are in the lexicon, all but the one that is printed. */
function spoken({ label, title, keywords, voice, sms }: NodeText) {
  return { label, title, word: keywords[0] ?? title, voice, sms }
}
