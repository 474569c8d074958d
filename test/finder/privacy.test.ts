/** Nothing is kept of what people say. */
import { expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line } from '../support/line.ts'

test('a finder is the same after a message as before', () => {
  const before = written(line.finder)
  find(line.finder, 'my name is Rosalindo Quetzalveira and my skinn is yelow', 'en')
  expect(written(line.finder) === before).toBe(true)
  expect(before).not.toContain('Quetzalveira')
})

function written(value: unknown): string {
  return JSON.stringify(value, (_key, each) =>
    each instanceof Map || each instanceof Set ? [...each] : each,
  )
}
