/** The waiting time, the segments and the price of a topic stay within what a caller and a small charity can bear. */
import { describe, expect, test } from 'vitest'
import { median, topicCosts } from '../../src/cli/support/topic-costs.ts'
import { line, locales } from '../support/line.ts'

const prices = {
  country: 'US',
  currency: 'USD',
  number: 1,
  call: { minute: 0.01, characters: 0.001 },
  text: { in: 0.1, out: 0.2, carrier: 0.3 },
}
const costs = topicCosts(line, prices)
const bone = costs.find(({ locale, node }) => locale === 'en' && node === 'bone')

function isSymptom(slug: string): boolean {
  const node = line.nodes[slug]
  return node?.kind === 'topic' && node.symptom === true
}

describe('a topic', () => {
  test('takes at most two segments for its first text in English, in the middle', () => {
    const first = costs.filter(({ locale }) => locale === 'en').map(({ segments }) => segments[0] ?? 0)
    expect(median(first)).toBeLessThanOrEqual(2)
  })

  test('begins within 15 seconds of answering for a caller who presses its number', () => {
    for (const { waits } of costs) expect(waits[1]).toBeLessThanOrEqual(15)
  })

  // Computed at 150 words a minute, with the pauses. Spanish is at the limit: one word more on the way, and it fails.
  test('about signs of illness begins within 25 seconds by menus, in every language', () => {
    const symptoms = costs.filter(({ node }) => isSymptom(node))
    expect(symptoms).toHaveLength(15 * locales.length)
    const late = symptoms.filter(({ waits }) => Number(waits[0].toFixed(3)) > 25)
    expect(late.map(({ locale, node, waits }) => [locale, node, waits[0]])).toEqual([])
  })

  test('begins later by menus, whose options are spoken', () => {
    for (const { waits } of costs) expect(waits[0]).toBeGreaterThan(waits[1])
  })
})

describe('the price', () => {
  test('of a first text is one text in, and each segment out', () => {
    expect(bone?.text).toBeCloseTo(0.1 + (bone?.segments[0] ?? 0) * 0.5)
  })

  test('of a call is its whole minutes and its spoken characters', () => {
    const [costlier] = topicCosts(line, { ...prices, call: { minute: 1.01, characters: 0.001 } })
    const minutes = (costlier?.call ?? 0) - (costs[0]?.call ?? 0)
    expect(minutes).toBeGreaterThanOrEqual(1)
    expect(minutes).toBeCloseTo(Math.round(minutes))
  })
})
