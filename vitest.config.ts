import { defineConfig } from 'vitest/config'
import { codeIds } from './tools/support/code-ids.mjs'

/** The folders of test/ that need more than the sources, each a project with what must be made before it. */
const SETUPS = {
  process: ['test/support/build.ts', 'test/support/build-small-line.ts'],
  browser: ['test/support/need-chromium.ts', 'test/support/build.ts'],
  workers: ['test/support/build.ts', 'test/support/build-worker.ts'],
}

export default defineConfig({
  define: codeIds(),
  test: {
    // The line is opened once for each worker, not for each file; no test changes what it shares.
    isolate: false,
    // Most tests of processes and browsers wait for another program.
    maxWorkers: 4,
    setupFiles: 'test/support/quiet.ts',
    // Tests wait for what they need, not for a time; these limits only end a test that hangs, on the slowest machine.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...Object.keys(SETUPS), 'faults'].map((folder) => `test/${folder}/**`),
        },
      },
      ...Object.entries(SETUPS).map(([name, globalSetup]) => ({
        extends: true as const,
        test: { name, include: [`test/${name}/**/*.test.ts`], globalSetup },
      })),
    ],
  },
})
