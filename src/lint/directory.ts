/** The default country has its numbers, and every service has its words in every locale. */
import type { Issue } from '../authored/issue.ts'
import { type Check, issueAt } from './draft.ts'

export const checkDirectory: Check = ({ flow, locales }) => {
  const issues: Issue[] = []
  const { country } = flow.settings.data
  if (!flow.directory[country])
    issues.push(
      issueAt(
        'no-default-country',
        flow.settings.source,
        ['country'],
        `There is no flows/directory/${country.toLowerCase()}.yaml, so callers would hear no emergency number. Add it, or choose another country.`,
      ),
    )
  for (const [locale, { directory }] of Object.entries(locales)) {
    for (const [code, { data }] of Object.entries(flow.directory)) {
      const words = directory.data[code]
      if (!words)
        issues.push(
          issueAt('missing-text', directory.source, [], `The words for ${code} are missing. Add them.`, {
            locale,
          }),
        )
      for (const { id } of data.services)
        if (words && !words.services[id])
          issues.push(
            issueAt(
              'missing-text',
              directory.source,
              [code, 'services'],
              `The service "${id}" of ${code} has no words. Add them.`,
              { locale },
            ),
          )
      for (const id of Object.keys(words?.services ?? {}))
        if (!data.services.some((service) => service.id === id))
          issues.push(
            issueAt(
              'extra-text',
              directory.source,
              [code, 'services', id],
              `flows/directory has no service "${id}" in ${code}. Take its words away, or mend the id.`,
              { locale },
            ),
          )
    }
  }
  for (const [code, { data, source }] of Object.entries(flow.directory))
    data.services.forEach((service, index) => {
      if (!service.call && !service.text)
        issues.push(
          issueAt(
            'bad-shape',
            source,
            ['services', index],
            `"${service.id}" of ${code} has neither a number to call nor one to text. Give one, or leave it out.`,
          ),
        )
    })
  return issues
}
