/** What is told again, and what is never kept to be told again. */
import { describe, expect, test } from 'vitest'
import type { UserEvent } from '../../src/line/event.ts'
import { positionAt } from '../../src/line/position.ts'
import { understand } from '../../src/line/take.ts'
import { createMemory } from '../../src/web/memory.ts'
import { line } from '../support/line.ts'

const context = { channel: 'sms', country: 'US', staffed: false, called: null } as const

/** How often the same deeds, done twice, had to be told. */
function told(first: UserEvent, second: UserEvent, paths: readonly (string | null)[] = [null, null]): number {
  let asked = 0
  const remember = createMemory<{ words: string }>(({ words }) => words.length)
  for (const [index, deed] of [first, second].entries()) {
    const read = () => understand(line, positionAt('main', 'en'), context, deed)
    remember(paths[index] ?? null, context, deed, read, () => {
      asked += 1
      return { words: String(asked) }
    })
  }
  return asked
}

describe('whoever means the same is told the same', () => {
  test.each<[string, UserEvent, UserEvent]>([
    ['by a key', { kind: 'key', key: '1' }, { kind: 'key', key: '1' }],
    ['by silence', { kind: 'silence' }, { kind: 'silence' }],
    ['by a word of the line', { kind: 'text', words: 'BONE' }, { kind: 'text', words: 'bones?' }],
    [
      'by a sentence',
      { kind: 'text', words: 'my name is Ethel and I want to know about hospice' },
      { kind: 'text', words: 'hospise' },
    ],
    ['by what is not understood', { kind: 'text', words: 'Ethel' }, { kind: 'text', words: 'Zebediah' }],
  ])('%s', (_case, first, second) => {
    expect(told(first, second)).toBe(1)
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

  test('who asks for something else', () => {
    expect(told({ kind: 'text', words: 'bone' }, { kind: 'text', words: 'lung' })).toBe(2)
  })
})

test('words are not kept, only what they were understood to mean', () => {
  const keys: string[] = []
  const remember = createMemory<{ words: string }>(({ words }) => words.length)
  const deed = { kind: 'text', words: 'my name is Ethel and my bones hurt' } as const
  remember(
    null,
    context,
    deed,
    () => understand(line, null, context, deed),
    (reading) => {
      keys.push(JSON.stringify(reading))
      return { words: '' }
    },
  )
  expect(keys).toHaveLength(1)
  expect(keys.join()).toMatch(/"move"/)
  expect(keys.join()).not.toMatch(/ethel|hurt/i)
})
