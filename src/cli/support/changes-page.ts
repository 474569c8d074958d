/**
 * For the clinician who signs: every sentence that has changed, where it is told, what it was, why it is told, and by whom it was
 * published. One page of Markdown.
 *
 * @example
 * changesPage({ line, locale: 'en', files }, changedSentences(before, files, 'en'), 'v0.1.0')
 * // '# English: sentences changed since v0.1.0\n…'
 */
import type { Files } from '../../authored/files.ts'
import type { Line } from '../../line/line.ts'
import { WARNING } from '../../locale/warnings.ts'
import { citeFact, type Fact } from '../../review/cite-fact.ts'
import { partsOfWarning, type SentenceChange } from './changed-sentences.ts'

const HEADINGS = { warning: 'Warning', rule: 'Rule', topic: 'Topic' } as const
const CHANNELS = { voice: 'by phone', sms: 'by text' } as const

/** A line in one of its languages, and the files it is written in. */
interface Script {
  readonly line: Line
  readonly locale: string
  readonly files: Files
}

export function changesPage(script: Script, changes: readonly SentenceChange[], since: string): string {
  const { name = script.locale } = script.line.locales[script.locale]?.settings ?? {}
  const count = changes.reduce((sum, { was, now }) => sum + Math.max(was.length, now.length), 0)
  const headingOf = (change: SentenceChange) => `## ${HEADINGS[change.of]}: ${titleOf(script, change)}`
  const headings = [...new Set(changes.map(headingOf))]
  const summary =
    changes.length === 0
      ? 'No sentence has changed.'
      : `${count} sentences in ${changes.length} parts of ${headings.length} topics, rules and warnings.`
  const sections = headings.flatMap((heading) => [
    heading,
    ...changes.filter((change) => headingOf(change) === heading).map((change) => block(script, change)),
  ])
  return `${[`# ${name}: sentences changed since ${since}`, summary, ...sections].join('\n\n')}\n`
}

function titleOf({ line, locale }: Script, { of, name }: SentenceChange): string {
  if (of !== 'topic') return name
  const node = line.nodes[name]
  if (!node) return `${name} (no longer there)`
  const { title } = line.locales[locale]?.resources.nodes[name] ?? {}
  return `${title} (${'number' in node ? `${name}, ${node.number}` : name})`
}

function block(script: Script, change: SentenceChange): string {
  const { part, channel, was, now } = change
  const facts = change.of === 'topic' ? factsOf(script.line, change) : factsOfWarning(script, change)
  return [
    `**${part ? `${part}, ` : ''}${CHANNELS[channel]}**\n`,
    was.length > 0 ? `- was: ${quote(was)}` : '- new',
    now.length > 0 ? `- now: ${quote(now)}` : '- no longer told',
    ...(facts.length > 0 ? [] : ['- why: no fact stands behind it']),
    ...facts.map((fact) => `- why: ${citeFact(script.line, fact)}`),
  ].join('\n')
}

/** The facts that the part tells. */
function factsOf({ nodes }: Line, { name, part, channel }: Omit<SentenceChange, 'was' | 'now' | 'of'>) {
  const node = nodes[name]
  if (node?.kind !== 'topic') return []
  return node.facts.filter((fact) => [fact[channel]].flat().includes(part))
}

/** Those of the parts that tell the warning, or the warning of the same name as the rule; one of those with the same sources. */
function factsOfWarning({ line, locale, files }: Script, { name, channel }: SentenceChange): readonly Fact[] {
  const facts = partsOfWarning(files, locale, { name, channel }).flatMap(({ topic, part }) =>
    factsOf(line, { name: topic, part, channel }),
  )
  return [...new Map(facts.map((fact) => [fact.sources.join(), fact])).values()]
}

/** A warning is told in its own place. */
function quote(sentences: readonly string[]): string {
  return sentences.join(' ').replace(WARNING, '(warning: $1)')
}
