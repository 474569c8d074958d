/**
 * The settings that the operator gave: the environment, and under it the file `.env` of the folder where the process starts.
 *
 * @example
 * const settings = readEnvironment() // { PORT: '3000', PUBLIC_URL: 'https://line.example.org', … }
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Variables } from '../environment/given.ts'
import { exitWith } from './load-line.ts'

const FILE = '.env'

/** Ends the process with a sentence for the operator where the file is there and cannot be read. */
export function readEnvironment(): Variables {
  if (!existsSync(FILE)) return process.env
  try {
    // Windows' Notepad begins a file with a byte order mark.
    return { ...parseEnv(readFileSync(FILE, 'utf8').replace(/^\uFEFF/, '')), ...process.env }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    return exitWith(
      `The file .env cannot be read (${code}). Give it to the user who starts the line (chown, chmod 600), or move it away.`,
    )
  }
}
