/** Every source has a date that can be said: of publication or revision, or on which it was read. */
import { issueIn } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkSources: Check<Draft> = function* ({ flow }) {
  if (!flow.sources) return
  const { data, source } = flow.sources
  for (const [id, { date }] of Object.entries(data))
    if (date === 'undated')
      yield issueIn(source)(
        'undated-source',
        [id, 'date'],
        `Nobody can say how old "${id}" is. Write when it was published or revised; where the page does not say, when it was read: read 2026-11-26.`,
        'warning',
      )
}
