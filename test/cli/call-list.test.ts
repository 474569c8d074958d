/** The list of whom to call every 90 days. */
import { expect, test } from 'vitest'
import { callList } from '../../src/cli/support/call-list.ts'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'

const { directory } = fixtureLine

function rowOf(name: string, line = fixtureLine) {
  return callList(line).find((row) => row[1] === name)
}

test('has a row for each emergency number and each service, with its numbers and hours', () => {
  expect(callList(fixtureLine)).toHaveLength(1 + 2 + 6)
  expect(rowOf('Crisis Line')).toEqual([
    'US',
    'Crisis Line',
    '988',
    'day and night',
    '2026-11',
    'Are the hours right? In which languages? For the whole country? Does a text get an answer?',
  ])
  expect(rowOf('Breast Line')?.slice(2, 4)).toEqual(['1 800 555 0102, 1 800 555 0103', 'not known'])
})

test('says that nobody calls an emergency number to try it', () => {
  expect(rowOf('emergency')?.at(-1)).toMatch(/^Do not call/)
})

test('begins with what was checked longest ago', () => {
  const [first, ...others] = directory.GB?.services ?? []
  const line = {
    ...fixtureLine,
    directory: {
      ...directory,
      GB: { ...directory.GB, services: [{ ...first, checked: '2026-05-01' }, ...others] },
    },
  } as Line
  expect(callList(line)[1]?.slice(0, 2)).toEqual(['GB', 'Listeners'])
})
