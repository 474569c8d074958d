/** Tests of the started server and of the worker run what is installed and deployed: the builds. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findChromium, NO_CHROMIUM } from '../../src/cli/support/chromium.ts'

export function setup(): void {
  if (!findChromium(process.env.CHROMIUM_PATH)) {
    if (process.env.CI) throw new Error(NO_CHROMIUM)
    process.stderr.write(`The tests of the pages are skipped. ${NO_CHROMIUM}\n`)
  }
  const run = (command: string, ...options: string[]) =>
    execFileSync(process.execPath, [command, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG: 'error' },
    })
  run('build.mjs')
  run('dist/cli/compile.js')
  run(
    'node_modules/wrangler/bin/wrangler.js',
    'deploy',
    '--dry-run',
    '--config',
    'test/support/wrangler.toml',
    '--outdir',
    resolve('dist/worker'),
  )
}
