/** No number that the line calls or names is one of its own: it would call itself. */
import { issueIn } from '../authored/issue.ts'
import { ownNumbers } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkCallsItself: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  const own = ownNumbers(data)
  const { number, others } = data.handoff
  const people = [
    { at: ['number'], person: number },
    ...others.map((person, index) => ({ at: ['others', index], person })),
  ]
  for (const { at, person } of people)
    if (person && own.includes(person))
      yield issueIn(source)(
        'dead-end',
        ['handoff', ...at],
        'This is a number of the line itself, which would call itself. Give the number of people who answer, or null.',
      )
  for (const directory of Object.values(flow.directory))
    for (const [index, { id, call }] of directory.data.services.entries())
      if (call && own.includes(call))
        yield issueIn(directory.source)(
          'dead-end',
          ['services', index, 'call'],
          `"${id}" has a number of this line, which would call itself. Give the service's own.`,
        )
}
