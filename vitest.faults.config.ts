import { defineConfig } from 'vitest/config'
import { codeIds } from './tools/support/code-ids.mjs'

export default defineConfig({
  define: codeIds(),
  test: {
    include: ['test/faults/**/*.test.ts'],
    // Faults last, and machines are busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/faults/report.ts'],
  },
})
