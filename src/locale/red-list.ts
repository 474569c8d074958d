/**
 * The red list: texts in which one wrong word can do harm. Approved they are only with a back-translation, which somebody has made
 * who did not see the source (docs/design/standards.md, ISPOR).
 *
 * @example
 * isOnRedList('rules.cord.sms', nodes) // true
 * isOnRedList('nodes.bone.label', nodes) // false
 */
import { nodeOf } from './told-texts.ts'

/** What answers danger, whom to call, consent, and opting out. */
const FILES = /^(rules|warnings|directory)\./
const PHRASES =
  /^phrases\.((crisis|emergency|consent|handoff|helplines)\.|(voice|sms)\.(crisis|urgent|despair|emergency|safety|stopped|resumed|help|trouble))/

/** What the flows say of a node. */
interface Flagged {
  readonly kind: string
  readonly redList?: true | undefined
}

export function isOnRedList(key: string, nodes: Readonly<Record<string, Flagged>>): boolean {
  const slug = nodeOf(key)
  if (slug === undefined) return FILES.test(key) || PHRASES.test(key)
  const node = nodes[slug]
  return node?.kind === 'consent' || node?.redList === true
}
