// Bundles the entries of src/ into dist/, each at its own path. Dependencies stay in node_modules.
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const commands = readdirSync('src/cli').map((file) => `src/cli/${file}`)

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/node.ts', ...commands],
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'warning',
})
