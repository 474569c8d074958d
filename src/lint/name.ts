/**
 * The issue of a name that makes texts too long: by its length, or by a letter for which a text holds less than half as many.
 *
 * @example
 * nameIssue(draft.flow.settings, replies) // flows/line.yaml:6:1 too-long-text: The name has "’", …
 */
import type { Authored } from '../authored/files.ts'
import { type Issue, issueIn } from '../authored/issue.ts'
import type { Settings } from '../flow/settings.ts'
import { fits, needsUnicode, ucs2Letters } from '../sms/segments.ts'
import { listLetters } from './encoding.ts'

/** A text of a node, as it is with another name of the line. */
export interface NamedText {
  readonly locale: string
  readonly slug: string
  readonly part: number
  readonly write: (name: string) => string
}

/** `replies` are those that fit only with another name. */
export function nameIssue(
  { data: { name }, source }: Authored<Settings>,
  replies: readonly NamedText[],
): Issue {
  const issue = issueIn(source)
  const [first] = replies
  const where = `text ${first?.part} of "${first?.slug}" in locales/${first?.locale}`
  const odd = ucs2Letters(name)
  if (odd.length > 0) {
    const plain = plainLetters(name)
    const advice = needsUnicode(plain) ? 'Write it with plain letters' : `Write it as "${plain}"`
    return issue(
      'too-long-text',
      ['name'],
      `The name has ${listLetters(odd)}, which makes each text with it more than twice as long: ${where}, for one, is then over 3 segments. ${advice}.`,
    )
  }
  const { length } = name
  const most = Array.from({ length }, (_, shorter) => length - shorter).find((letters) =>
    replies.every(({ write }) => fits(write('A'.repeat(letters)))),
  )
  return issue(
    'too-long-text',
    ['name'],
    `The name has ${length} letters; the most with which every text fits into 3 segments is ${most}. Shorten it, or ${where}.`,
  )
}

/** Without accents, and with the quotes and dashes of a typewriter. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, '-')
}
