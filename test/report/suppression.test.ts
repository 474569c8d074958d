/**
 * Nobody who sees all that is shown, and knows how it is made, can work out a count from 1 to 10, or what several come to
 * together where that is 10 or less.
 *
 * For each of them there is another history that shows the very same and in which it is another number. Where there is
 * one, there is one that differs by one, in two places at most.
 */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { countCallHours } from '../../src/report/call-hours.ts'
import type { DayCounts } from '../../src/report/day-counts.ts'
import { release, shownIn } from '../../src/report/release.ts'
import { SMALL } from '../../src/report/shown.ts'
import {
  type Days,
  joinSpans,
  month,
  quarter,
  type Span,
  smallestSpans,
  year,
} from '../../src/report/spans.ts'
import { countTopic } from '../../src/report/topic-counts.ts'

type Counts = readonly number[]

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const totalOf = (counts: Counts, places: readonly number[]) => sum(places.map((place) => counts[place] ?? 0))

/** All that is shown, as one text. */
const asText = (shown: unknown) =>
  JSON.stringify(shown, (_, value) => (value === Number.POSITIVE_INFINITY ? 'more' : value))

/** The counts that differ from these by one in one place, or in two that together stay the same. */
function* neighbours(counts: Counts): Generator<Counts> {
  const places = [...counts.keys()]
  for (const up of places) yield counts.map((count, place) => (place === up ? count + 1 : count))
  for (const down of places.filter((place) => counts[place])) {
    yield counts.map((count, place) => (place === down ? count - 1 : count))
    for (const up of places.filter((place) => place !== down))
      yield counts.map((count, place) => (place === up ? count + 1 : place === down ? count - 1 : count))
  }
}

/** Checks the counts at all these places, each set of them together. */
function expectHidden(
  counts: Counts,
  show: (counts: Counts) => unknown,
  sets: readonly (readonly number[])[],
): void {
  const shown = asText(show(counts))
  const same = [...neighbours(counts)].filter((other) => asText(show(other)) === shown)
  for (const places of sets) {
    const total = totalOf(counts, places)
    if (total < 1 || total > SMALL) continue
    const differs = same.some((other) => totalOf(other, places) !== total)
    expect(differs, `${total} at ${places} of ${counts}, shown as ${shown}`).toBe(true)
  }
}

/** As lines have them: none, one, a few, many, and those at the edge of being shown. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 2, arbitrary: fc.constantFrom(9, 10, 11, 12) },
  { weight: 1, arbitrary: fc.integer({ min: 11, max: 99 }) },
)
const counts = (most: number): fc.Arbitrary<Counts> =>
  fc.oneof(
    fc.array(count, { minLength: 1, maxLength: most }),
    fc.array(fc.constant(1), { minLength: 1, maxLength: most }),
    fc.array(fc.constant(10), { minLength: 1, maxLength: most }),
    fc.array(fc.constantFrom(1, 1, 1, 2, 30), { minLength: 1, maxLength: most }),
  )

const first = Temporal.PlainDate.from('2026-01-01')
const dayAt = (place: number) => first.add({ days: place })
const placesIn = ({ from, to }: Days) => {
  const [start, end] = [from.dayOfYear - 1, to.dayOfYear]
  return Array.from({ length: end - start }, (_, index) => start + index)
}
const daysOf = (many: number): readonly Span[] =>
  Array.from({ length: many }, (_, place) => ({
    from: dayAt(place),
    to: dayAt(place),
    parts: [],
    growing: false,
  }))

/** Days in a tree of any form, with the counts of its days; the last day may still grow. */
const trees = fc
  .record({
    counts: counts(18),
    levels: fc.array(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 4,
    }),
    growing: fc.boolean(),
  })
  .map(({ counts, levels, growing }) => {
    const days = daysOf(counts.length).map((day, place) => ({
      ...day,
      growing: growing && place === counts.length - 1,
    }))
    return { counts, spans: levels.reduce<readonly Span[]>(joinedBy, days) }
  })

/** Spans put together, so many at a time; the one that grows stays by itself. */
function joinedBy(spans: readonly Span[], sizes: readonly number[]): readonly Span[] {
  const joined: Span[] = []
  for (let at = 0, group = 0; at < spans.length; group += 1) {
    const parts = spans.slice(at, at + (sizes[group % sizes.length] ?? 1))
    const [from, to] = [parts[0]?.from, parts.at(-1)?.to]
    if (from && to && !parts.some(({ growing }) => growing)) joined.push({ from, to, parts, growing: false })
    else joined.push(...parts)
    at += parts.length
  }
  return joined
}

const everySpan = (spans: readonly Span[]): readonly Span[] =>
  spans.flatMap((span) => [span, ...everySpan(span.parts)])

describe('nobody can work out', () => {
  test('what was counted on any days', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat()), ({ counts, spans }, seeds) => {
        const places = [...counts.keys()]
        const small = places.filter((place) => (counts[place] ?? 0) <= SMALL)
        expectHidden(counts, (each) => release(spans, (span) => totalOf(each, placesIn(span))), [
          ...places.map((place) => [place]),
          ...everySpan(spans).map(placesIn),
          ...everySpan(spans).map((span) => placesIn(span).filter((place) => small.includes(place))),
          ...seeds.map((seed) => places.filter((place) => (seed >> place) & 1)),
        ])
      }),
      { numRuns: 300 },
    )
  })

  test('how often a topic was heard to its end, or left before', () => {
    const lastOf = (months: number) => first.add({ months }).subtract({ days: 1 })
    fc.assert(
      fc.property(counts(8), fc.boolean(), (halves, growing) => {
        // Each month has two counts: finished and left.
        const months = Math.ceil(halves.length / 2)
        const today = lastOf(months).add({ days: growing ? 0 : 1 })
        const spans = smallestSpans({ from: first, to: lastOf(months) }, month, today)
        const joined = joinSpans(spans, [quarter, year])
        const show = (each: Counts) => {
          const days = (of: (month: number) => number) =>
            new Map(spans.map(({ from }, index) => [from.toString(), of(index)]))
          const finished = days((index) => each[index * 2] ?? 0)
          const opened = days((index) => (each[index * 2] ?? 0) + (each[index * 2 + 1] ?? 0))
          const dayCounts: DayCounts = new Map([
            ['opened bone', opened],
            ['finished bone', finished],
          ])
          return spans.flatMap(({ from }, start) =>
            spans.slice(start).map(({ to }) => countTopic(dayCounts, 'bone', joined, { from, to })),
          )
        }
        const places = [...halves.keys()]
        expectHidden(halves, show, [
          ...places.map((place) => [place]),
          ...places.filter((place) => place % 2 === 0).map((place) => [place, place + 1]),
        ])
      }),
      { numRuns: 100 },
    )
  })

  test('what was counted at any hour of the day, or on any day beside it', () => {
    const hours = [9, 15, 23]
    const month = joinedBy(joinedBy(daysOf(4), [2, 1]), [3])
    const dayOf = (cell: number) => Math.floor(cell / hours.length)
    const hourOf = (cell: number) => hours[cell % hours.length]
    const show = (cells: Counts) => {
      const callsAt = (hour: number) =>
        new Map(
          daysOf(4).map(({ from }, day) => [from.toString(), cells[day * 3 + hours.indexOf(hour)] ?? 0]),
        )
      const counts: DayCounts = new Map(hours.map((hour) => [`calls at ${hour}`, callsAt(hour)]))
      const calls = release(month, (days) =>
        totalOf(
          cells,
          [...cells.keys()].filter((cell) => placesIn(days).includes(dayOf(cell))),
        ),
      )
      return { calls, ...countCallHours(counts, month, (days) => shownIn(calls, days)) }
    }
    fc.assert(
      fc.property(fc.array(count, { minLength: 12, maxLength: 12 }), (cells) => {
        const isShown = show(cells).months.length > 0
        const places = [...cells.keys()]
        expectHidden(cells, show, [
          ...[0, 1, 2, 3].map((day) => places.filter((cell) => dayOf(cell) === day)),
          ...(isShown ? hours.map((hour) => places.filter((cell) => hourOf(cell) === hour)) : []),
        ])
      }),
      { numRuns: 60 },
    )
  })
})
