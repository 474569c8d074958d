/** `npm run build:line`: compiles the line into one file, for the worker, which has no file system. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLineOrExit } from '../check/load-line.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = JSON.stringify(await loadLineOrExit(root))
await writeFile(join(root, 'dist', 'line.json'), text)
process.stdout.write(`dist/line.json: ${Math.round(text.length / 1024)} KB\n`)
