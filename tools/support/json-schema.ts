/**
 * The schemas of flow files as JSON Schema, so that an editor completes and checks them while one writes.
 *
 * @example
 * jsonSchemas() // { flow: {…}, line: {…}, directory: {…}, emergency: {…}, sources: {…} }
 */
import { z } from 'zod'
import { mapValues } from '../../src/authored/records.ts'
import { directorySchema, everywhereSchema } from '../../src/flow/directory.ts'
import { flowFileSchema } from '../../src/flow/node.ts'
import { settingsSchema } from '../../src/flow/settings.ts'
import { sourcesSchema } from '../../src/flow/sources.ts'

const schemas = {
  flow: flowFileSchema,
  line: settingsSchema,
  directory: directorySchema,
  emergency: everywhereSchema,
  sources: sourcesSchema,
}

/** By name; each stands in `flows/schemas/<name>.json` and is named in the first line of the files it describes. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return mapValues<z.ZodType, object>(schemas, (schema) =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  )
}
