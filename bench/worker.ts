/** `npm run bench -- worker`: bundles the worker as it is deployed, and measures its upload and its start. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publish } from './support/document.ts'
import { judged, median } from './support/figures.ts'

const STARTS = 5
/** Not work: the profiler's names for waiting. */
const WAITING = ['(idle)', '(program)']
const MOST = { uploadKb: 1024, startMs: 100 }

/** What `wrangler check startup` writes: a CPU profile of V8. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[]
  readonly samples: readonly number[]
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[]
}

const folder = mkdtempSync(join(tmpdir(), 'plainline-worker-'))
const bundle = join(folder, 'worker.bundle')
const deployed = wrangler('deploy', '--dry-run', '--outdir', folder, '--outfile', bundle)
const [, upload, gzipped] = /Total Upload: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(deployed) ?? []
const startMs = median(Array.from({ length: STARTS }, measureStart))
rmSync(folder, { recursive: true })

publish('worker', [
  '| the worker | measured |',
  '| --- | ---: |',
  `| upload | ${Math.round(Number(upload))} KB |`,
  `| upload, gzipped | ${judged(`${Math.round(Number(gzipped))} KB`, Number(gzipped) < MOST.uploadKb, `< ${MOST.uploadKb} KB`)} |`,
  `| processor time to start, in workerd here | ${judged(`${Math.round(startMs)} ms`, startMs < MOST.startMs, `< ${MOST.startMs} ms`)} |`,
])

function wrangler(...options: readonly string[]): string {
  return execFileSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...options], {
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  })
}

/** Milliseconds of a start in which something was done. */
function measureStart(): number {
  const file = join(folder, 'start.cpuprofile')
  wrangler('check', 'startup', '--worker', bundle, '--outfile', file)
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(file, 'utf8'))
  const waiting = new Set(
    nodes.filter(({ callFrame }) => WAITING.includes(callFrame.functionName)).map(({ id }) => id),
  )
  const working = timeDeltas.filter((_, index) => !waiting.has(samples[index] ?? 0))
  return working.reduce((sum, delta) => sum + delta, 0) / 1000
}
