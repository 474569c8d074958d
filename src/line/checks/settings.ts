/** The locales that line.yaml offers exist, on every number. */
import type { Issue } from '../../authored/issue.ts'
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
  return issues
}
