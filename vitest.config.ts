import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    // Some tests start real servers and databases, on a machine that is busy with others.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: 'test/support/quiet.ts',
  },
})
