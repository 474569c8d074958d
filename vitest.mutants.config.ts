import { defineConfig } from 'vitest/config'

/** The unit tests that need no build, for `npm run test:mutants`. */
export default defineConfig({
  test: {
    include: ['test/{line,voice,sms,twilio}/**/*.test.ts', 'test/*.scratch.test.ts'],
    isolate: false,
    setupFiles: 'test/support/quiet.ts',
  },
})
