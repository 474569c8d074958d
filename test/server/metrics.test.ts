/** The figures that an operator watches. */
import { expect, test } from 'vitest'
import { createMetrics } from '../../src/server/metrics.ts'

test('texts without an answer are counted by who has had enough', async () => {
  const metrics = createMetrics({ waiting: () => 0, failures: () => 0 })
  metrics.countHeldBack('number')
  metrics.countHeldBack('line')
  metrics.countHeldBack('line')
  const text = await metrics.text()
  expect(text).toContain('plainline_replies_held_back_total{by="number"} 1')
  expect(text).toContain('plainline_replies_held_back_total{by="line"} 2')
})
