import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**', 'node_modules/**'],
    globalSetup: 'test/support/build.ts',
    // The line is compiled once for each worker, not for each file; no test changes what it shares.
    isolate: false,
    // Some tests start real servers and databases, on a machine that is busy with others.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: 'test/support/quiet.ts',
  },
})
