/** Nothing is kept of what people say. */
import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line } from '../support/line.ts'

test('a finder is the same after a message as before', () => {
  const before = serialize(line.finder)
  find(line.finder, 'my name is Rosalindo Quetzalveira and my skinn is yelow', 'en')
  expect(serialize(line.finder).equals(before)).toBe(true)
})
