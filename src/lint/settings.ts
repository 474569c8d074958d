/** What line.yaml names exists: the locales of every number, the topics of the card. */
import { issueIn } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkSettings: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  const issue = issueIn(source)
  for (const [index, { number, locales }] of data.numbers.entries())
    for (const locale of locales)
      if (!data.locales.includes(locale))
        yield issueIn(source, { locale })(
          'unknown-locale',
          ['numbers', index, 'locales'],
          `${number} offers "${locale}", which is not among the locales of this line (${data.locales.join(', ')}). Add it there first.`,
        )
  for (const [index, slug] of data.card.entries()) {
    const node = flow.nodes[slug]?.data
    if (!node || !('number' in node))
      yield issue(
        'unknown-node',
        ['card', index],
        `The card cannot lead to "${slug}": there is no topic of that name with a number.`,
      )
  }
}
