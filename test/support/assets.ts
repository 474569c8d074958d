/** What the build made for browsers; for tests whose project builds first. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asset } from '../../src/web/assets.ts'
import { root } from './root.ts'

export const assets: readonly Asset[] = JSON.parse(readFileSync(join(root, 'dist', 'assets.json'), 'utf8'))
