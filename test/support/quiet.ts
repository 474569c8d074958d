/** A test that prints is a test that fails: what matters is in its assertions. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method)
})

afterEach(() => {
  for (const method of METHODS) {
    expect(vi.mocked(console)[method], `console.${method}`).not.toHaveBeenCalled()
  }
  vi.restoreAllMocks()
})
