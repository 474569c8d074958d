// `npm run bench -- growth 1000 20` bundles bench/ into dist/bench/ and runs the bench that is named, with the words after
// its name; without a name, the one of webhooks. What a bench uses of node_modules stays there. `npm run bench -- faults` is a suite
// of Vitest, which breaks what the server relies on and writes docs/reliability.md.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { build } from 'esbuild'

const benches = readdirSync('bench').filter((file) => file.endsWith('.ts'))
const names = benches.map((file) => basename(file, '.ts'))
const [name = 'webhooks', ...options] = process.argv.slice(2)
if (name === 'faults') {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.faults.config.ts']
  process.exit(spawnSync(process.execPath, [...vitest, ...options], { stdio: 'inherit' }).status ?? 1)
}
if (!names.includes(name)) {
  process.stderr.write(`There is no bench "${name}". There are: ${[...names, 'faults'].join(', ')}.\n`)
  process.exit(1)
}
await build({
  entryPoints: benches.map((file) => `bench/${file}`),
  outdir: 'dist/bench',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'warning',
})
const program = resolve('dist', 'bench', `${name}.js`)
process.argv = [process.execPath, program, ...options]
await import(program)
