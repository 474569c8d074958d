/** What is kept of late under marks: as a Map would keep it, for as long as is promised. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecent, hashOf } from '../../src/web/recent.ts'

test('is found again until as many others have come, and has gone when twice as many have', () => {
  const kept = 8
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 200 }), (marks) => {
      const recent = createRecent<{ readonly value: number }>(kept)
      const history: number[] = []
      for (const [value, mark] of marks.entries()) {
        recent.keep(hashOf(`mark ${mark}`), { value })
        history.push(mark)
        for (const asked of new Set(history)) {
          const last = history.lastIndexOf(asked)
          const others = new Set(history.slice(last + 1)).size
          const found = recent.find(hashOf(`mark ${asked}`))
          if (others < kept) expect(found).toEqual({ value: last })
          else if (found) expect(found.value).toBe(last)
          if (history.length - last > 2 * kept && others >= 2 * kept) expect(found).toBeUndefined()
        }
      }
    }),
  )
})

test('is told apart from whatever else was kept', () => {
  const recent = createRecent<object>(10_000)
  const values = Array.from({ length: 10_000 }, (_, number) => ({ number }))
  for (const [number, value] of values.entries()) recent.keep(hashOf(`+1415${2_000_000 + number}`), value)
  for (const [number, value] of values.entries())
    expect(recent.find(hashOf(`+1415${2_000_000 + number}`))).toBe(value)
  expect(recent.find(hashOf('+14152999999'))).toBeUndefined()
})

test('hashes marks that are nearly the same as differently as any', () => {
  const marks = Array.from({ length: 100_000 }, (_, number) => `CA${number.toString(16).padStart(32, '0')}`)
  for (const half of [0, 1] as const) {
    const halves = new Set(marks.map((mark) => hashOf(mark)[half]))
    // Of so many, chance alone has one pair or two in 32 bits.
    expect(halves.size).toBeGreaterThan(marks.length - 8)
    const places = new Set([...halves].map((hash) => hash & 0xffff))
    expect(places.size).toBeGreaterThan(50_000)
  }
})
