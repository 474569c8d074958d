/**
 * Builds what is installed, for the projects of tests that start it. The projects of one run share the build.
 */
import { execFileSync } from 'node:child_process'

const BUILT = 'PLAINLINE_TESTS_HAVE_BUILT'

export function setup(): void {
  if (process.env[BUILT]) return
  for (const program of ['build.mjs', 'dist/cli/compile.js'])
    execFileSync(process.execPath, [program], { stdio: ['ignore', 'ignore', 'inherit'] })
  process.env[BUILT] = 'yes'
}
