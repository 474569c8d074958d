/** Compiles the fixture line, as small-line.ts tells it; after the build, which empties the folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { lint } from '../../src/lint/lint.ts'
import { fixtureFiles } from './fixture.ts'
import { SMALL_LINE_FILE } from './small-line.ts'

export function setup(): void {
  mkdirSync(dirname(SMALL_LINE_FILE), { recursive: true })
  writeFileSync(SMALL_LINE_FILE, JSON.stringify(lint(fixtureFiles).line))
}
