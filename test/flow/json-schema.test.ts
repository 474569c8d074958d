/** The schemas that editors use are those of the code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../../tools/support/json-schema.ts'
import { root } from '../support/root.ts'

test.each(Object.entries(jsonSchemas()))(
  'flows/schemas/%s.json is up to date (npm run lines -- schema)',
  (name, schema) => {
    const written = JSON.parse(readFileSync(join(root, 'flows', 'schemas', `${name}.json`), 'utf8'))
    expect(written).toEqual(JSON.parse(JSON.stringify(schema)))
  },
)
