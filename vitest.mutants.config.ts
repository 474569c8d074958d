import { defineConfig } from 'vitest/config'
import { compilerId } from './tools/support/compiler-id.mjs'

/** For `npm run test:mutants`: the tests of the engine, none of which needs a build. */
export default defineConfig({
  define: { COMPILER_ID: JSON.stringify(compilerId()) },
  test: {
    include: ['test/{line,voice,sms,twilio}/**/*.test.ts'],
    isolate: false,
    setupFiles: 'test/support/quiet.ts',
    testTimeout: 30_000,
  },
})
