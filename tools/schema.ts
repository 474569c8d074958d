/** `npm run lines -- schema`: writes flows/schemas/, for editors; run it after a change to src/flow. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from './support/json-schema.ts'

const folder = join(fileURLToPath(new URL('../..', import.meta.url)), 'flows', 'schemas')
await mkdir(folder, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas()))
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
process.stdout.write(`Written: ${folder}\n`)
