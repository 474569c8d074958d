/**
 * Short messages about nothing of the line's, of which it has learnt none: a word alone raises no alarm, though "window" and "bridge"
 * stand in cries. A few words still do too often.
 */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line, locales } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

const messages = readTsv('content/everyday')
const MOST_ALARMS = 0.08
const MOST_NAMED = 0.05

describe.each(locales)('in %s', (locale) => {
  const own = messages.flatMap(([tag, message = '']) => (tag === locale ? [message] : []))
  const [alone, more] = [own.filter((each) => !each.includes(' ')), own.filter((each) => each.includes(' '))]

  test('they are many', () => {
    expect(Math.min(alone.length, more.length)).toBeGreaterThan(200)
  })

  test('a word alone raises no alarm, has no crisis line beside it, and asks for no silence', () => {
    const taken = alone.filter((words) => {
      const { heard, despair, found } = find(line.finder, words, locale)
      return heard || despair || found.kind === 'stop'
    })
    expect(taken).toEqual([])
  })

  test('of those of a few words, one in twelve raises one at most', () => {
    const found = more.map((words) => find(line.finder, words, locale))
    expect(found.filter(({ heard }) => heard).length).toBeLessThanOrEqual(MOST_ALARMS * own.length)
    expect(found.filter(({ despair }) => despair).length).toBeLessThanOrEqual(MOST_NAMED * own.length)
  })
})
