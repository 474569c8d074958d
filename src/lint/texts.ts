/** Every locale has exactly the texts that the flows ask for, with the same placeholders. */
import type { Issue } from '../authored/issue.ts'
import type { FlowNode } from '../flow/node.ts'
import type { NodeText } from '../locale/schema.ts'
import { type Check, issueAt } from './draft.ts'
import { allParts } from './facts.ts'
import { placeholdersIn } from './placeholders.ts'

type Channel = 'voice' | 'sms'

/** The only value that the texts of nodes may name: the emergency number of the caller's country. */
const ALLOWED = ['emergency']

export const checkTexts: Check = ({ flow, locales }) => {
  const issues: Issue[] = []
  const [reference] = flow.settings.data.locales
  for (const [locale, authored] of Object.entries(locales)) {
    for (const [slug, { node, source }] of Object.entries(flow.nodes)) {
      const about = { locale, node: slug }
      const written = authored.nodes[slug]
      if (!written) {
        issues.push(
          issueAt(
            'missing-text',
            source,
            ['nodes', slug],
            `locales/${locale} has no texts for "${slug}". Write them in the file named like this one.`,
            about,
          ),
        )
        continue
      }
      for (const channel of ['voice', 'sms'] as const) {
        const wanted = partsWanted(node, channel)
        const have = Object.keys(written.text[channel])
        for (const part of wanted)
          if (!have.includes(part))
            issues.push(
              issueAt(
                'missing-text',
                written.source,
                [slug, channel],
                `The ${channel} part "${part}" is missing. Write it.`,
                about,
              ),
            )
        for (const part of have)
          if (!wanted.includes(part))
            issues.push(
              issueAt(
                'extra-text',
                written.source,
                [slug, channel, part],
                `The flow has no ${channel} part "${part}". Take it away, or add it to the flow.`,
                about,
              ),
            )
      }
      const original =
        reference === undefined || locale === reference ? undefined : locales[reference]?.nodes[slug]?.text
      for (const [channel, part, text] of textsOf(written.text)) {
        const names = placeholdersIn(text)
        const at = [slug, channel, part]
        for (const name of names)
          if (!ALLOWED.includes(name))
            issues.push(
              issueAt(
                'unknown-placeholder',
                written.source,
                at,
                `{{${name}}} is not known here. Only {{emergency}} is.`,
                about,
              ),
            )
        const originalText = original?.[channel][part]
        if (originalText !== undefined && placeholdersIn(originalText).join() !== names.join())
          issues.push(
            issueAt(
              'placeholder-differs',
              written.source,
              at,
              `The placeholders differ from those of locales/${reference}: ${describe(placeholdersIn(originalText))} there, ${describe(names)} here.`,
              about,
            ),
          )
      }
    }
    for (const [slug, { source }] of Object.entries(authored.nodes))
      if (!flow.nodes[slug])
        issues.push(
          issueAt(
            'extra-text',
            source,
            [slug],
            `No flow has a node "${slug}". Take its texts away, or mend the slug.`,
            { locale, node: slug },
          ),
        )
  }
  return issues
}

/** The names of the texts that a node needs on a channel, in the order they are told. */
export function partsWanted(node: FlowNode, channel: Channel): readonly string[] {
  if (node.kind === 'topic') return allParts(node, channel)
  return node.kind === 'consent' ? ['ask'] : []
}

function textsOf(text: NodeText): readonly (readonly [Channel, string, string])[] {
  return (['voice', 'sms'] as const).flatMap((channel) =>
    Object.entries(text[channel]).map(([part, words]) => [channel, part, words] as const),
  )
}

function describe(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `{{${name}}}`).join(', ')
}
