/** Every fact names sources that exist, and parts that tell it. */
import type { Draft } from '../line/draft.ts'
import { allParts, CHANNELS, type Check, flowNodes } from './check.ts'

export const checkFacts: Check<Draft> = function* (draft) {
  for (const { slug, node, issue } of flowNodes(draft)) {
    if (node.kind !== 'topic') continue
    for (const [index, fact] of node.facts.entries()) {
      for (const id of fact.sources)
        if (!Object.hasOwn(draft.flow.sources, id))
          yield issue(
            'unknown-source',
            ['facts', index, 'sources'],
            `There is no source "${id}" in flows/sources.yaml. Add it, or correct its name.`,
          )
      for (const channel of CHANNELS) {
        const names = allParts(node, channel)
        for (const part of [fact[channel]].flat())
          if (!names.includes(part))
            yield issue(
              'unknown-part',
              ['facts', index, channel],
              `"${slug}" has no ${channel} part "${part}". Its parts are: ${names.join(', ')}.`,
            )
      }
    }
  }
}
