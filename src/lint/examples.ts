/** Examples lead to what there is; every language has the same rules, warnings and replies; each rule and warning names the emergency number. */

import { didYouMean } from '../authored/did-you-mean.ts'
import type { Authored } from '../authored/files.ts'
import { type Issue, issueIn } from '../authored/issue.ts'
import type { FlowNode } from '../flow/node.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { AuthoredLocale } from '../locale/read.ts'
import type { SpokenAndTexted } from '../locale/schema.ts'
import { withWarnings } from '../locale/warnings.ts'
import { allParts, CHANNELS, type Check, listPlaceholders, placeholdersIn } from './check.ts'

/** Labels that name no node, rule, reply or command (locale/schema.ts). */
const OTHERS = ['crisis', 'stop', 'yes']
/** What a rule and a warning may name, and what a reply may. Rules and warnings must name the first. */
const IN_RULE = ['emergency']
const IN_WARNING = ['emergency', 'crisis']
const IN_REPLY = ['menu', 'name', 'person']

export const checkExamples: Check<Draft> = function* ({ flow, locales }) {
  const source = sourceLocale(flow.settings.data)
  const topics = Object.entries(flow.nodes).flatMap(([slug, { data }]) => labelsOf(slug, data))
  for (const [locale, texts] of Object.entries(locales)) {
    const { examples, rules, warnings, replies, commands } = texts
    const reference = locales[source] ?? texts
    const issue = issueIn(examples.source, { locale })
    const known = new Set([
      ...topics,
      ...OTHERS,
      // One that only this language lacks is missing, and its examples are right.
      ...Object.keys({ ...reference.rules.data, ...rules.data }).map((name) => `rule:${name}`),
      ...Object.keys({ ...reference.replies.data, ...replies.data }).map((name) => `reply:${name}`),
      ...Object.keys(commands.data).flatMap((name) => (name === 'language' ? [] : [`command:${name}`])),
    ])
    for (const label of Object.keys(examples.data))
      for (const each of label.split(','))
        if (!known.has(each))
          yield {
            ...issue(
              'unknown-node',
              [label],
              `Examples lead to "${each}", which there is not. ${didYouMean(each, [...known], 'Write a topic, one of its parts, a rule, a reply or a command.')}`,
            ),
            causes: [`part ${each}`],
            follows: [`node ${each.split('.')[0]}`, `part ${each}`],
          }
    yield* checkNames(locale, rules, reference.rules, source)
    yield* checkNames(locale, warnings, reference.warnings, source)
    yield* checkNames(locale, replies, reference.replies, source)
    yield* checkPlaceholders(locale, texts)
  }
}

function labelsOf(slug: string, node: FlowNode): readonly string[] {
  if (!('number' in node)) return []
  const parts = node.kind === 'topic' ? CHANNELS.flatMap((channel) => allParts(node, channel)) : []
  return [slug, ...parts.map((part) => `${slug}.${part}`)]
}

function* checkNames(
  locale: string,
  { data, source }: Authored<SpokenAndTexted>,
  reference: Authored<SpokenAndTexted>,
  first: string,
): Generator<Issue> {
  const issue = issueIn(source, { locale })
  const missing = Object.keys(reference.data).filter((name) => !data[name])
  if (missing.length === 1)
    yield issue('missing-text', [], `"${missing[0]}" is missing, which locales/${first} has. Write it.`)
  if (missing.length > 1)
    yield issue(
      'missing-text',
      [],
      `${missing.length} are missing that locales/${first} has: ${missing.join(', ')}. Write them.`,
    )
  for (const name of Object.keys(data))
    if (!reference.data[name])
      yield issue('extra-text', [name], `locales/${first} has no "${name}". Remove it, or correct its name.`)
}

function* checkPlaceholders(locale: string, { rules, warnings, replies }: AuthoredLocale): Generator<Issue> {
  for (const { data, source, allowed, isDanger } of [
    { ...rules, allowed: IN_RULE, isDanger: true },
    { ...warnings, allowed: IN_WARNING, isDanger: true },
    { ...replies, allowed: IN_REPLY, isDanger: false },
  ]) {
    const issue = issueIn(source, { locale })
    for (const [name, text] of Object.entries(data))
      for (const channel of CHANNELS) {
        const found = placeholdersIn(withWarnings(text[channel], warnings.data, channel))
        if (isDanger && !found.includes('emergency'))
          yield issue('no-emergency-number', [name, channel], `"${name}" must name {{emergency}}.`)
        for (const each of found)
          if (!allowed.includes(each))
            yield issue(
              'unknown-placeholder',
              [name, channel],
              `{{${each}}} is not known here. It may name: ${listPlaceholders(allowed)}.`,
            )
      }
  }
}
