/**
 * The fixture line, compiled, for servers of tests that are not about the content of the line: they start in half the time.
 *
 * @example
 * const server = await startNodeServer({ ...SMALL_LINE })
 */
import { join } from 'node:path'
import { LINE_FILE } from '../../src/server/load-line.ts'
import { root } from './root.ts'

const FOLDER = join(root, 'dist', 'small-line')

/** Settings of a server that tells it. */
export const SMALL_LINE = { LINE_DIR: FOLDER } as const

/** Where build-small-line.ts writes it. */
export const SMALL_LINE_FILE = join(FOLDER, '.built', LINE_FILE)
