/** Every language that line.yaml names, for a number, a country or the announcement, is one of the line. */
import { issueIn } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkOfferedLocales: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  const known = data.locales.join(', ')
  if (data.source && !data.locales.includes(data.source))
    yield issueIn(source)(
      'unknown-locale',
      ['source'],
      `The source language "${data.source}" is not among the locales of this line (${known}). Add it there, or leave this out.`,
    )
  const offers = [
    ...data.numbers.map(({ number, locales }, index) => ({
      at: ['numbers', index, 'locales'],
      by: number,
      locales,
    })),
    ...Object.entries(data.likely).map(([country, locales]) => ({
      at: ['likely', country],
      by: country,
      locales,
    })),
  ]
  for (const { at, by, locales } of offers)
    for (const locale of locales)
      if (!data.locales.includes(locale))
        yield issueIn(source, { locale })(
          'unknown-locale',
          at,
          `${by} offers "${locale}", which is not among the locales of this line (${known}). Add it there first.`,
        )
  for (const locale of Object.keys(data.announcement?.words ?? {}))
    if (!data.locales.includes(locale))
      yield issueIn(source, { locale })(
        'unknown-locale',
        ['announcement', 'words', locale],
        `The announcement has words in "${locale}", which is not among the locales of this line (${known}). Add it there, or remove them.`,
      )
}
