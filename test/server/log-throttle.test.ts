/** Anybody can send what is refused; the log says so, and does not grow with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogThrottle } from '../../src/server/log-throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('of each kind ten lines a minute are written, then the number of the others', () => {
  const written: string[] = []
  const throttle = createLogThrottle((kind, more) => written.push(`${more} more of ${kind}`))
  const send = (kind: string, times: number) => {
    for (let time = 0; time < times; time += 1) throttle.write(kind, () => written.push(kind))
  }
  const lines = () => written.splice(0)
  send('403', 1000)
  send('404', 3)
  expect(lines()).toEqual([...Array(10).fill('403'), '404', '404', '404'])
  vi.advanceTimersByTime(60_000)
  expect(lines()).toEqual(['990 more of 403'])
  send('403', 11)
  expect(lines()).toEqual(Array(10).fill('403'))
  throttle.close()
  expect(lines()).toEqual(['1 more of 403'])
  expect(vi.getTimerCount()).toBe(0)
})
