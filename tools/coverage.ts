/** `npm run lines -- coverage`: writes docs/coverage.md, which fact is told where and who says so. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLineOrExit } from '../src/server/load-line.ts'
import { coverage } from './support/coverage.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const line = await loadLineOrExit(root)
await writeFile(join(root, 'docs', 'coverage.md'), coverage(line))
process.stdout.write('Written: docs/coverage.md\n')
