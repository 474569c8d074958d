/** Every line has exactly one node of each kind that a key, or the finder, leads to from everywhere. */
import { issueIn } from '../authored/issue.ts'
import type { NodeKind } from '../flow/node.ts'
import { SETTINGS_FILE } from '../flow/read.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'

/** A person comes to these without a link. */
export const KINDS_NEEDED_ONCE: readonly NodeKind[] = [
  'languages',
  'handoff',
  'helplines',
  'ways',
  'number',
  'sources',
  'guess',
]

export const checkKinds: Check<Draft> = function* (draft) {
  for (const kind of KINDS_NEEDED_ONCE) {
    const [first, second] = [...flowNodes(draft)].filter(({ node }) => node.kind === kind)
    if (!first)
      yield issueIn(draft.flow.settings.source)(
        'wrong-number-of-kind',
        [],
        `No node is of the kind "${kind}". Every line needs one; add it to a file in flows/ (${SETTINGS_FILE} only lists settings).`,
      )
    if (second)
      yield second.issue(
        'wrong-number-of-kind',
        [],
        `"${second.slug}" is a second node of the kind "${kind}". Keep one.`,
      )
  }
}
