// `npm run build:worker`: bundles the worker as it is deployed, and prints its upload and how long it takes to start.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './arithmetic.mjs'
import { writeSection } from './document.mjs'

const STARTS = 5
/** Not work: the profiler's names for waiting. */
const WAITING = ['(idle)', '(program)']

const folder = mkdtempSync(join(tmpdir(), 'plainline-worker-'))
const [bundle, profile] = ['worker.bundle', 'start.cpuprofile'].map((name) => join(folder, name))
const wrangler = (...options) =>
  execFileSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...options], {
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  })

const deployed = wrangler('deploy', '--dry-run', '--outdir', folder, '--outfile', bundle)
const [, upload, gzipped] = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(deployed)
const starts = Array.from({ length: STARTS }, () => {
  wrangler('check', 'startup', '--worker', bundle, '--outfile', profile)
  return workIn(JSON.parse(readFileSync(profile, 'utf8')))
})
rmSync(folder, { recursive: true })

const report = [
  '| the worker | measured | bar |',
  '| --- | ---: | ---: |',
  `| upload | ${Math.round(upload)} KB, gzipped ${Math.round(gzipped)} KB | < 1,024 KB gzipped |`,
  `| processor time to start, in workerd here | ${Math.round(median(starts))} ms | < 100 ms |`,
].join('\n')
process.stdout.write(`${report}\n`)
writeSection('worker', report)

/** Milliseconds of a profile in which something was done. */
function workIn({ nodes, samples, timeDeltas }) {
  const waiting = new Set(
    nodes.filter(({ callFrame }) => WAITING.includes(callFrame.functionName)).map(({ id }) => id),
  )
  const working = timeDeltas.filter((_, index) => !waiting.has(samples[index]))
  return working.reduce((sum, delta) => sum + delta, 0) / 1000
}
