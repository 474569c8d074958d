/** What line.yaml names exists: the locales of every number, the topics of the card. */
import type { Issue } from '../authored/issue.ts'
import { type Check, issueAt } from './draft.ts'

export const checkSettings: Check = ({ flow }) => {
  const { data, source } = flow.settings
  const issues: Issue[] = []
  data.numbers.forEach(({ number, locales }, index) => {
    for (const locale of locales)
      if (!data.locales.includes(locale))
        issues.push(
          issueAt(
            'unknown-locale',
            source,
            ['numbers', index, 'locales'],
            `${number} offers "${locale}", which is not among the locales of this line (${data.locales.join(', ')}). Add it there first.`,
            { locale },
          ),
        )
  })
  data.card.forEach((slug, index) => {
    const node = flow.nodes[slug]?.node
    if (!node || !('number' in node))
      issues.push(
        issueAt(
          'unknown-node',
          source,
          ['card', index],
          `The card cannot lead to "${slug}": there is no topic of that name with a number.`,
        ),
      )
  })
  return issues
}
