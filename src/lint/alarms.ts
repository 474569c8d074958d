/**
 * A language that is translated hears danger as its source language does. How well is tested with messages of people
 * (`test/safety/<tag>.tsv`), which an operator does not have; that a list is a stub is seen here.
 *
 * @example
 * locales/fr/alarms.json:2:3 incomplete-language (locale fr): This language has 1 way to say "crisis", and locales/en has 275. …
 */
import { issueIn } from '../authored/issue.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

/** The shortest lists that pass the tests of safety have a third of the ways of English, since one pattern may stand for many. */
const LEAST_SHARE = 1 / 5
const KINDS = ['crisis', 'emergency', 'stop'] as const

export const checkAlarms: Check<Draft> = function* ({ flow, locales }) {
  const original = sourceLocale(flow.settings.data)
  const source = locales[original]?.alarms.data
  if (!source) return
  for (const [locale, { alarms }] of Object.entries(locales))
    for (const kind of KINDS) {
      const [own, all] = [alarms.data[kind].length, source[kind].length]
      if (own >= all * LEAST_SHARE) continue
      yield issueIn(alarms.source, { locale })(
        'incomplete-language',
        [kind],
        `This language has ${own === 1 ? '1 way' : `${own} ways`} to say "${kind}", and locales/${original} has ${all}: people in danger would not be heard. Write how they say it; until then take "${locale}" out of flows/line.yaml.`,
      )
    }
}
