/**
 * Which fact is told where: a table of topic × sources × locale, with every fact beneath, as Markdown.
 *
 * @example
 * await writeFile('docs/coverage.md', coverage(line))
 */
import { sourceLocale } from '../../src/flow/settings.ts'
import type { TopicNode } from '../../src/flow/topic.ts'
import type { Line } from '../../src/line/line.ts'
import { isOffered } from '../../src/line/offered.ts'
import { topicsOf } from '../../src/lint/measure.ts'

export function coverage(line: Line): string {
  const locales = Object.keys(line.locales)
  const source = sourceLocale(line.settings)
  const topics = topicsOf(line, source)
  const facts = topics.reduce((sum, [, { facts }]) => sum + facts.length, 0)
  const left = topics.reduce((sum, [, { leftOut = [] }]) => sum + leftOut.length, 0)
  const used = new Set(topics.flatMap(([, node]) => sourceIds(node)))
  return [
    '# What the line tells, and who says so',
    '',
    'Written by `npm run lines -- coverage`; do not edit it.',
    '',
    `${facts} facts in ${topics.length} topics, from ${used.size} sources. Each is told by phone and by text in ${source}, and where a language has its topic; ${left} more are left out, with the reason.`,
    '',
    ...tableHead('no.', 'topic', 'facts', 'sources', ...locales),
    ...topics.map(([slug, node]) => {
      const told = locales.map((locale) => toldIn(line, locale, slug, node))
      return tableRow(node.number, slug, node.facts.length, sourceIds(node).join(', '), ...told)
    }),
    '',
    ...topics.flatMap(([slug, { number, facts, leftOut = [] }]) => [
      `## ${number} ${slug}`,
      '',
      ...tableHead('fact', 'sources', 'by phone', 'by text'),
      ...facts.map(({ note, sources, voice, sms }) =>
        tableRow(cell(note), ...[sources, [voice].flat(), [sms].flat()].map((names) => names.join(', '))),
      ),
      ...leftOut.map(({ note, sources, reason }) =>
        tableRow(cell(note), sources.join(', '), `left out: ${cell(reason)}`, 'left out'),
      ),
      '',
    ]),
    '## Sources',
    '',
    ...tableHead('id', 'publication', 'date'),
    ...Object.entries(line.sources)
      .filter(([id]) => used.has(id))
      .map(([id, { title, publisher, date, url }]) =>
        tableRow(id, `${url ? `[${cell(title)}](${url})` : cell(title)}, ${cell(publisher)}`, date),
      ),
    '',
  ].join('\n')
}

function tableHead(...names: readonly string[]): readonly string[] {
  return [tableRow(...names), tableRow(...names.map(() => '---'))]
}

function tableRow(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function sourceIds({ facts, leftOut = [] }: TopicNode): readonly string[] {
  return [...new Set([...facts, ...leftOut].flatMap(({ sources }) => sources))]
}

/** How many of a topic's facts have their parts written in a locale, on both channels. */
function toldIn(line: Line, locale: string, slug: string, { facts }: TopicNode): string {
  const nodes = line.locales[locale]?.resources.nodes ?? {}
  if (!isOffered(line, locale, slug)) return 'none'
  const told = facts.filter((fact) =>
    (['voice', 'sms'] as const).every((channel) =>
      [fact[channel]].flat().every((part) => nodes[slug]?.[channel][part]),
    ),
  ).length
  return told === facts.length ? 'all' : `${told} of ${facts.length}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
