// Bundles the entries of src/ into dist/, each at its own path, with what they use of their dependencies: a server that has
// to find and read 600 files in node_modules starts in twice the time. What browsers load becomes dist/assets.json, each
// file under an address with a hash of its content.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { build } from 'esbuild'
import { codeIds } from './tools/support/code-ids.mjs'

/** The commands of a folder, by the path that each gets under dist/. */
const commandsIn = (folder, out) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ in: `${folder}/${file}`, out: `${out}/${basename(file, '.ts')}` }))

// The compiled line stays until there is another: a server that is started again after a failed build still answers.
for (const name of existsSync('dist') ? readdirSync('dist') : [])
  if (!/^\.?line\./.test(name)) rmSync(join('dist', name), { recursive: true })
await build({
  entryPoints: [
    { in: 'src/node.ts', out: 'node' },
    { in: 'src/usage/stores/sqlite-worker.ts', out: 'usage/stores/sqlite-worker' },
    ...commandsIn('src/cli', 'cli'),
    ...commandsIn('tools', 'tools'),
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  // Native code, and a library that starts workers from its own files.
  external: ['@libsql/*', 'libsql', 'pino', 'playwright-core'],
  // Bundled CommonJS asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  define: codeIds(),
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'warning',
})

const TYPES = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

const sources = [
  ...['phone', 'review', 'topic', 'usage'].map((name) => `src/web/client/${name}.ts`),
  ...['pages', 'phone', 'card', 'review', 'usage', 'operate'].map((name) => `src/web/pages/${name}.css`),
]
const { metafile, outputFiles } = await build({
  entryPoints: sources,
  outdir: 'assets',
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  // Browsers read XML by themselves.
  alias: { '@xmldom/xmldom': './src/web/client/dom-parser.ts' },
  metafile: true,
  write: false,
  logLevel: 'warning',
})
const assets = Object.entries(metafile.outputs).map(([path, { entryPoint }], index) => {
  const type = extname(path)
  const name = basename(entryPoint, extname(entryPoint)) + type
  return { name, path: `/${path}`, type: TYPES[type], body: outputFiles[index].text }
})

/** Pictures are as they are. */
const picture = (name, type, encoding) => {
  const content = readFileSync(`src/web/pages/${name}`)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  const path = `/assets/${name.replace('.', `-${hash}.`)}`
  return { name, path, type, body: content.toString(encoding), isBase64: encoding === 'base64' }
}
const pictures = [picture('icon.svg', 'image/svg+xml', 'utf8'), picture('social.png', 'image/png', 'base64')]
writeFileSync('dist/assets.json', JSON.stringify([...assets, ...pictures]))
