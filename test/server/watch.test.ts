/** What an operator is told of by webhook, when, and in which words; with fake time and a real receiver. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { tally } from '../../src/line/tally.ts'
import { startWatch } from '../../src/server/watch.ts'
import { receiveAlarms } from '../support/alarm-receiver.ts'
import { fixtureLine } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const text = {
  MessageSid: 'SM1',
  From: '+15555550111',
  To: '+15555550100',
  FromCountry: 'US',
  Body: 'zebrafinch',
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  vi.spyOn(globalThis, 'fetch')
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

async function watchTo(receiver: Awaited<ReturnType<typeof receiveAlarms>>) {
  const warnings: string[] = []
  let isUnwritten = false
  const watch = startWatch({
    url: receiver.url,
    name: 'Test Line',
    now: () => Date.now(),
    isUnwritten: () => isUnwritten,
    warn: (sentence) => warnings.push(sentence),
  })
  onTestFinished(watch.close)
  return {
    ...watch,
    warnings,
    breakCounts: (broken: boolean) => {
      isUnwritten = broken
    },
    apologize: (times: number) => {
      for (let each = 0; each < times; each += 1) watch.hear([tally('trouble')])
    },
  }
}

/** Until the server has had so many answers, or errors in their place. */
async function answered(times: number): Promise<void> {
  const ended = () => vi.mocked(fetch).mock.settledResults.filter(({ type }) => type !== 'incomplete').length
  await expect.poll(ended).toBe(times)
  await pass(0)
}

/** So long, and then until what was sent has arrived, or the receiver has answered. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('apologies', () => {
  test('five in ten minutes are told, in one sentence, as JSON', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    watch.apologize(3)
    await pass(9 * MINUTE)
    watch.apologize(2)
    await pass(MINUTE)
    const { path, type, post } = await receiver.next()
    expect({ path, type }).toEqual({ path: '/hook', type: 'application/json' })
    expect(post.kind).toBe('apologies')
    expect(post.text).toMatch(
      /^Test Line: 5 answers in the last ten minutes were apologies .+ start the server again\.$/,
    )
    expect(watch.warnings).toEqual([])
  })

  test('four are not, nor five in a longer time', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    watch.apologize(4)
    await pass(10 * MINUTE)
    watch.apologize(4)
    await pass(30 * MINUTE)
    expect(receiver.received).toEqual([])
  })

  test('are told again only after an hour without, or after a day', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    const begin = Date.now()
    const toldAfter = async () => {
      await receiver.next()
      return Math.round((Date.now() - begin) / HOUR)
    }
    watch.apologize(5)
    await pass(MINUTE)
    expect(await toldAfter()).toBe(0)
    for (let hour = 0; hour < 23.5; hour += 0.5) {
      await pass(HOUR / 2)
      watch.apologize(5)
    }
    await pass(MINUTE)
    expect(receiver.received).toEqual([])
    await pass(HOUR / 2)
    watch.apologize(5)
    await pass(MINUTE)
    expect(await toldAfter()).toBe(24)
    await pass(HOUR + 10 * MINUTE)
    watch.apologize(5)
    await pass(MINUTE)
    expect(await toldAfter()).toBe(25)
  })
})

test('from the front door: apologies and refusals are told, without a word or a number of a texter', async () => {
  const receiver = await receiveAlarms()
  const watch = await watchTo(receiver)
  const { app, post, usage } = await startTestServer({
    line: fixtureLine,
    more: { onRefused: watch.countRefusal },
  })
  const { count } = usage
  vi.spyOn(usage, 'count').mockImplementation((channel, locale, tallies) => {
    watch.hear(tallies)
    count(channel, locale, tallies)
  })
  for (let each = 0; each < 5; each += 1)
    await post('/voice/fallback', { CallSid: `CA${each}`, From: text.From })
  for (let each = 0; each < 20; each += 1)
    await app.request('/sms', { method: 'POST', body: new URLSearchParams(text) })
  await pass(MINUTE)
  const told = [await receiver.next(), await receiver.next()].map(({ post }) => post)
  expect(told.map(({ kind }) => kind).sort()).toEqual(['apologies', 'refusals'])
  expect(JSON.stringify(told)).not.toMatch(/zebrafinch|5555550111/)
})

test('texts past the ceiling of the line are told, and those of a number that has had enough are not', async () => {
  const receiver = await receiveAlarms()
  const watch = await watchTo(receiver)
  watch.countHeldBack('number')
  await pass(MINUTE)
  expect(receiver.received).toEqual([])
  watch.countHeldBack('line')
  await pass(MINUTE)
  expect((await receiver.next()).post).toMatchObject({ kind: 'ceiling' })
})

test('counts that cannot be written are told after ten minutes, and a short break is not', async () => {
  const receiver = await receiveAlarms()
  const watch = await watchTo(receiver)
  watch.breakCounts(true)
  await pass(9 * MINUTE)
  watch.breakCounts(false)
  await pass(MINUTE)
  watch.breakCounts(true)
  await pass(10 * MINUTE)
  expect(receiver.received).toEqual([])
  await pass(MINUTE)
  expect((await receiver.next()).post).toMatchObject({ kind: 'counts' })
})

describe('silence', () => {
  const useFor = async (watch: { hear: (tallies: readonly []) => void }, days: number) => {
    for (let day = 0; day <= days; day += 1) {
      if (day > 0) await vi.advanceTimersByTimeAsync(DAY - MINUTE)
      watch.hear([])
    }
  }

  test('of a day is told of a line that is used every day, and again each day', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    await useFor(watch, 8)
    await pass(DAY - MINUTE)
    expect(receiver.received).toEqual([])
    await pass(MINUTE)
    expect((await receiver.next()).post.text).toMatch(
      /^Test Line: Twilio has sent no call and no text for a day/,
    )
    await pass(DAY)
    expect((await receiver.next()).post.kind).toBe('silence')
  })

  test('is not told of a line that has just started, or that was silent in the week before', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    await pass(10 * DAY)
    await useFor(watch, 5)
    await pass(3 * DAY)
    expect(receiver.received).toEqual([])
  })
})

describe('a receiver that fails', () => {
  test('is tried again after a minute', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    receiver.statuses.push(500)
    watch.apologize(5)
    await pass(MINUTE)
    const { post } = await receiver.next()
    await answered(1)
    await pass(MINUTE)
    expect((await receiver.next()).post).toEqual(post)
    expect(watch.warnings).toEqual([])
  })

  test.each([
    ['answers with an error', [500, 404], 'it answered 404'],
    ['sends elsewhere', [302, 302], 'it cannot be reached, or sends elsewhere'],
    ['does not answer', [0, 0], 'it did not answer within 10 seconds'],
  ])('twice is logged once, without its address: it %s', async (_name, statuses, reason) => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    receiver.statuses.push(...statuses)
    watch.apologize(5)
    await pass(MINUTE)
    for (const [attempt, status] of statuses.entries()) {
      if (attempt > 0) await pass(MINUTE)
      await receiver.next()
      if (status === 0) await pass(10_000)
      await answered(attempt + 1)
    }
    expect(watch.warnings).toEqual([expect.stringContaining(reason)])
    expect(watch.warnings.join()).not.toContain('127.0.0.1')
    await pass(HOUR)
    expect(receiver.received).toEqual([])
  })

  test('is not tried again once the server has ended', async () => {
    const receiver = await receiveAlarms()
    const watch = await watchTo(receiver)
    receiver.statuses.push(500)
    watch.apologize(5)
    await pass(MINUTE)
    await receiver.next()
    await answered(1)
    watch.close()
    await pass(HOUR)
    expect(receiver.received).toEqual([])
  })
})

test('without an address nobody is told, and no timer runs', () => {
  const watch = startWatch({ url: null, name: '', now: () => 0, isUnwritten: () => true, warn: () => {} })
  watch.hear([tally('trouble')])
  expect(vi.getTimerCount()).toBe(0)
})
