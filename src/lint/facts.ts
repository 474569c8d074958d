/** Every fact names sources there are, and parts that tell it; every part tells at least one. */
import type { Issue } from '../authored/issue.ts'
import type { TopicNode } from '../flow/kinds/topic.ts'
import { type Check, issueAt } from './draft.ts'

export const checkFacts: Check = ({ flow }) =>
  Object.entries(flow.nodes).flatMap(([slug, { node, source }]) => {
    if (node.kind !== 'topic') return []
    const issues: Issue[] = []
    const names = { voice: allParts(node, 'voice'), sms: allParts(node, 'sms') }
    node.facts.forEach((fact, index) => {
      const at = ['nodes', slug, 'facts', index]
      for (const id of fact.sources)
        if (!Object.hasOwn(flow.sources, id))
          issues.push(
            issueAt(
              'unknown-source',
              source,
              [...at, 'sources'],
              `There is no source "${id}" in flows/sources.yaml. Add it, or mend its name.`,
              { node: slug },
            ),
          )
      for (const channel of ['voice', 'sms'] as const)
        for (const part of [fact[channel]].flat())
          if (!names[channel].includes(part))
            issues.push(
              issueAt(
                'unknown-part',
                source,
                [...at, channel],
                `"${slug}" has no ${channel} part "${part}". Its parts are: ${names[channel].join(', ')}.`,
                { node: slug },
              ),
            )
    })
    return issues
  })

/** The names of all parts of a topic for a channel, those of every country included. */
export function allParts(node: TopicNode, channel: 'voice' | 'sms'): readonly string[] {
  return [...node.parts[channel], ...Object.values(node.countries ?? {}).flatMap((parts) => parts[channel])]
}
