/** The topics that line.yaml chooses exist: for the card, for the core of a language, and to be off. */
import { didYouMean } from '../authored/did-you-mean.ts'
import type { Path } from '../authored/issue.ts'
import { type Issue, issueIn, withCause } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkChosenTopics: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  const issue = issueIn(source)
  const nodeOf = (slug: string) => flow.nodes[slug]?.data
  const topics = Object.keys(flow.nodes).filter((slug) => nodeOf(slug)?.kind === 'topic')
  const unknown = (at: Path, slug: string, what: string, otherwise: string): Issue =>
    withCause(issue('unknown-node', at, `${what} ${didYouMean(slug, topics, otherwise)}`), `node ${slug}`)
  for (const [index, slug] of data.card.entries()) {
    const node = nodeOf(slug)
    const what = `The card cannot lead to "${slug}": there is no topic of that name with a number.`
    if (!node || !('number' in node)) yield unknown(['card', index], slug, what, 'Choose another.')
  }
  for (const [index, slug] of (data.core ?? []).entries()) {
    const what = `The core of a language cannot have "${slug}": there is no topic of that name.`
    if (nodeOf(slug)?.kind !== 'topic') yield unknown(['core', index], slug, what, 'Remove it.')
  }
  for (const [index, slug] of (data.off ?? []).entries()) {
    const node = nodeOf(slug)
    const at = ['off', index]
    if (node?.kind !== 'topic')
      yield unknown(at, slug, `"${slug}" cannot be off: there is no topic of that name.`, 'Remove it.')
    else if (node.always)
      yield issue('always-told', at, `"${slug}" tells of danger, and is never off. Remove it here.`)
  }
}
