import { defineConfig } from 'vitest/config'
import { compilerId } from './tools/support/compiler-id.mjs'

export default defineConfig({
  define: { COMPILER_ID: JSON.stringify(compilerId()) },
  test: {
    include: ['test/faults/**/*.test.ts'],
    // Faults last, and machines are busy with others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/faults/report.ts'],
  },
})
