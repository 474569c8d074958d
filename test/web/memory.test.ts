/** What is told again, and what is never kept to be told again. */
import { describe, expect, test } from 'vitest'
import type { Deed } from '../../src/line/input.ts'
import { createMemory } from '../../src/web/memory.ts'
import { line } from '../support/line.ts'

const around = { channel: 'sms', country: 'US', staffed: false, called: null } as const

/** How often the same deeds, done twice, had to be told. */
function told(first: Deed, second: Deed, paths: readonly (string | null)[] = [null, null]): number {
  let asked = 0
  const remember = createMemory<{ words: string }>(line, ({ words }) => words.length)
  for (const [index, deed] of [first, second].entries())
    remember(paths[index] ?? null, { ...around, ...deed }, () => {
      asked += 1
      return { words: String(asked) }
    })
  return asked
}

describe('whoever does the same is told the same', () => {
  test.each<[string, Deed]>([
    ['a key', { kind: 'key', key: '1' }],
    ['silence', { kind: 'silence' }],
    ['a word of the line', { kind: 'text', words: 'BONE' }],
    ['a word of the line, spoken', { kind: 'speech', words: 'bones.' }],
  ])('%s', (_case, deed) => {
    expect(told(deed, deed)).toBe(1)
  })
})

describe('nobody is told what was meant for others', () => {
  test('who presses another key', () => {
    expect(told({ kind: 'key', key: '1' }, { kind: 'key', key: '2' })).toBe(2)
  })

  test('who stands elsewhere', () => {
    expect(
      told({ kind: 'key', key: '1' }, { kind: 'key', key: '1' }, ['en/normal/main', 'es/normal/main']),
    ).toBe(2)
  })

  test.each<[string, Deed]>([
    ['a sentence', { kind: 'text', words: 'my name is Ethel and my bones hurt' }],
    ['a sentence, spoken', { kind: 'speech', words: 'my name is Ethel' }],
    ['a word that is not of the line', { kind: 'text', words: 'Ethel' }],
  ])('%s is not kept', (_case, deed) => {
    expect(told(deed, deed)).toBe(2)
  })
})
