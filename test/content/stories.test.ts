/**
 * Stories of 40 to 120 words by writers of whom nothing was learnt: a question in a sad one is answered, and a cry in a practical one
 * is heard. The bounds are a little below what was measured.
 */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line, locales } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

const stories = readTsv('content/stories')
const LEAST_HEARD = 0.8
const LEAST_OFFERED = 0.75
const MOST_ALARMS = 0.35

describe.each(locales)('in %s', (locale) => {
  const found = (kind: string) =>
    stories.flatMap(([tag, each, label = '', message = '']) =>
      tag === locale && each === kind ? [{ label, finding: find(line.finder, message, locale) }] : [],
    )
  const share = <T>(all: readonly T[], isSo: (one: T) => boolean) => all.filter(isSo).length / all.length

  test('the crisis line is named in a cry, and an emergency or a cry is answered first', () => {
    const [cries, emergencies] = [found('cry'), found('emergency')]
    expect(cries.length + emergencies.length).toBeGreaterThan(15)
    expect(
      share([...cries, ...emergencies], ({ finding: { heard, despair } }) => Boolean(heard || despair)),
    ).toBeGreaterThanOrEqual(LEAST_HEARD)
  })

  test('a question is among the topics that are offered, and raises few alarms', () => {
    const questions = found('question')
    expect(questions.length).toBeGreaterThan(50)
    expect(
      share(questions, ({ label, finding: { found } }) => {
        const nodes = found.kind === 'node' ? [found.to] : found.kind === 'guesses' ? found.nodes : []
        return label.split(',').some((each) => nodes.includes(each.split('.')[0] ?? ''))
      }),
    ).toBeGreaterThanOrEqual(LEAST_OFFERED)
    expect(share(questions, ({ finding: { heard } }) => heard !== undefined)).toBeLessThanOrEqual(MOST_ALARMS)
  })
})
