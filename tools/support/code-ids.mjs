// Names the code that compiles authored files, and the part of it that learns from examples, so that nothing is done twice by the same
// code (src/server/compile-files.ts, src/server/learn-once.ts).
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** All that what learns imports. */
const FINDER = ['authored', 'finder', 'flow', 'locale']
/** All that `lint` imports (CONTRIBUTING.md has the table). */
const COMPILER = [...FINDER, 'lint', 'line', 'sms', 'voice']
/** With the exact versions of the libraries. */
const LIBRARIES = 'package.json'

/** For the bundler's `define`: by its name, a hash that is another one after any change. */
export function codeIds() {
  return { COMPILER_ID: JSON.stringify(hashOf(COMPILER)), FINDER_ID: JSON.stringify(hashOf(FINDER)) }
}

function hashOf(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, 'src', folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  )
  const hash = createHash('sha256')
  for (const file of [...files.sort(), join(root, LIBRARIES)]) hash.update(readFileSync(file))
  return hash.digest('hex')
}
