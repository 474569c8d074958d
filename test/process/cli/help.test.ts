/** Every command answers `--help` with its usage, and does nothing else. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../support/root.ts'

const COMMANDS = ['cli', 'tools'].flatMap((folder) =>
  readdirSync(join(root, 'dist', folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(folder, file)),
)

test.each(COMMANDS)('%s --help', (file) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', file), '--help'], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^(npm run \w+|node dist\/)/)
  // What stands under the first lines are options.
  expect(stdout.split('\n').length).toBeLessThan(12)
})
