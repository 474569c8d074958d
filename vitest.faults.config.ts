import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    // Faults last, and machines are busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/faults/report.ts'],
  },
})
