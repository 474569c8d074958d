import { defineConfig } from 'vitest/config'
import { codeIds } from './tools/support/code-ids.mjs'

/** For `npx stryker run`: the tests of the engine, none of which needs a build. */
export default defineConfig({
  define: codeIds(),
  test: {
    include: ['test/{line,voice,sms,twilio}/**/*.test.ts'],
    isolate: false,
    setupFiles: 'test/support/quiet.ts',
    testTimeout: 30_000,
  },
})
