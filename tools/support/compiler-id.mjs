// Names the code that checks and compiles authored files, so that what it has compiled is not compiled again (src/server/compile-files.ts).
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** All that `lint` imports (CONTRIBUTING.md has the table), and the exact versions of the libraries. */
const SOURCES = ['authored', 'finder', 'flow', 'lint', 'line', 'locale', 'sms', 'voice'].map((folder) =>
  join('src', folder),
)
const LIBRARIES = 'package.json'

/** A hash of them; another one after any change. */
export function compilerId() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  )
  const hash = createHash('sha256')
  for (const file of [...files.sort(), join(root, LIBRARIES)]) hash.update(readFileSync(file))
  return hash.digest('hex')
}
