/** Bundles the worker as it is deployed, for the tests that run it in workerd. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

const WRANGLER = 'node_modules/wrangler/bin/wrangler.js'
const OPTIONS = ['--config', 'test/support/wrangler.toml', '--outdir', resolve('dist/worker')]

export function setup(): void {
  execFileSync(process.execPath, [WRANGLER, 'deploy', '--dry-run', ...OPTIONS], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG: 'error' },
  })
}
