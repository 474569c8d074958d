import { defineConfig } from 'vitest/config'

/** For `npm run test:mutants`: the tests of the engine, none of which needs a build. */
export default defineConfig({
  test: {
    include: ['test/{line,voice,sms,twilio}/**/*.test.ts'],
    isolate: false,
    setupFiles: 'test/support/quiet.ts',
    testTimeout: 30_000,
  },
})
