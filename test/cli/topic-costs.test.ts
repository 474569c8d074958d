/** The waiting time, the segments and the price of a topic stay within what a caller and a small charity can bear. */
import { describe, expect, test } from 'vitest'
import { readFile } from '../../src/authored/files.ts'
import { monthCost } from '../../src/cli/support/month-cost.ts'
import { median, topicCosts } from '../../src/cli/support/topic-costs.ts'
import { pricesSchema } from '../../src/flow/prices.ts'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'
import { files, line, locales } from '../support/line.ts'

const prices = {
  country: 'US',
  currency: 'USD',
  number: 1,
  tollFreeNumber: 2,
  call: { minute: 0.01, tollFree: 0.02, connected: 0.03, characters: 0.001, speech: 0.02 },
  text: { in: 0.1, out: 0.2, carrier: 0.3 },
}
/** As Twilio asks in the United States. */
const american = readFile(files, 'flows/prices/us.yaml', pricesSchema, [])?.data
const costs = topicCosts(line, american ?? expect.fail('No prices.'))
/** How prices add up depends on no content. */
const smallCosts = topicCosts(fixtureLine, prices)
const bone = smallCosts.find(({ locale, node }) => locale === 'en' && node === 'bone')

/** Where each language would show the same. */
const [first = ''] = locales
const inOneLanguage: Line = {
  ...line,
  settings: { ...line.settings, locales: [first], numbers: [] },
  locales: Object.fromEntries(Object.entries(line.locales).filter(([locale]) => locale === first)),
}

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
  test('of a walk through one topic is at most 0.04 dollars for every minute that is paid for', () => {
    const perMinute = costs.map((cost) => ({
      ...cost,
      price: cost.call / Math.ceil(cost.walk.seconds / 60),
    }))
    for (const locale of locales) {
      const own = perMinute.filter((cost) => cost.locale === locale)
      expect(median(own.map(({ price }) => price))).toBeLessThanOrEqual(0.04)
      for (const { price, node } of own.filter(({ node }) => ['bone', 'hospice'].includes(node)))
        expect(price, `${locale} ${node}`).toBeLessThanOrEqual(0.04)
    }
  })

  test('of speech recognition is none while a part is read, and none where no words are heard', () => {
    const heard = (speech: Line['settings']['speech'], told = inOneLanguage) => {
      const costs = topicCosts({ ...told, settings: { ...told.settings, speech } }, prices)
      return median(costs.map(({ walk }) => walk.listening.reduce((sum, each) => sum + each, 0)))
    }
    expect(heard('never', fixtureLine)).toBe(0)
    expect(heard('always', fixtureLine)).toBeGreaterThan(0)
    expect(heard('menus')).toBeLessThan(heard('always') / 3)
  })

  test('of a month adds up, at a local and at a toll-free number', () => {
    const rows = monthCost(smallCosts, prices, { calls: 500, texts: 800, connected: 50 })
    const [what, local, tollFree] = rows.at(-1) ?? []
    expect(what).toBe('together')
    expect(local).toBeCloseTo(rows.slice(0, -1).reduce((sum, [, amount]) => sum + amount, 0))
    expect(Number(tollFree)).toBeGreaterThan(Number(local))
    expect(rows.find(([each]) => each === '50 of them put through for 5 minutes')?.[1]).toBeCloseTo(
      250 * 0.04,
    )
  })

  test('of a first text is one text in, and each segment out', () => {
    expect(bone?.text).toBeCloseTo(0.1 + (bone?.segments[0] ?? 0) * 0.5)
  })

  test('of a call is its whole minutes and its spoken characters', () => {
    const [costlier] = topicCosts(fixtureLine, { ...prices, call: { ...prices.call, minute: 1.01 } })
    const minutes = (costlier?.call ?? 0) - (smallCosts[0]?.call ?? 0)
    expect(Math.round(minutes)).toBeGreaterThanOrEqual(1)
    expect(minutes).toBeCloseTo(Math.round(minutes))
  })
})
