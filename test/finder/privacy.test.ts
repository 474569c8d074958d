/** Nothing is kept of what people say. */
import { expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line } from '../support/line.ts'

/** All that it holds, as text. V8's own format also tells how a string lies in memory, which a look-up may change. */
const contentOf = (value: unknown) =>
  JSON.stringify(value, (_key, each) => (each instanceof Map || each instanceof Set ? [...each] : each))

test('a finder is the same after a message as before', () => {
  const before = contentOf(line.finder)
  find(line.finder, 'my name is Rosalindo Quetzalveira and my skinn is yelow', 'en')
  expect(contentOf(line.finder) === before).toBe(true)
})
