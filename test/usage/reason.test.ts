/** Why a store failed, without what was to be written. */
import { expect, test } from 'vitest'
import { reasonOf } from '../../src/usage/root-cause.ts'

test.each([
  ['database is locked', new Error('database is locked')],
  [
    'locked',
    new Error('Failed query: insert … params: 9f2c', {
      cause: new Error('x', { cause: new Error('locked') }),
    }),
  ],
  ['text', 'text'],
])('is "%s"', (reason, error) => {
  expect(reasonOf(error)).toBe(reason)
})
