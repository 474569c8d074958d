/**
 * The schemas of flow files as JSON Schema, so that an editor completes and checks them while one writes.
 *
 * @example
 * jsonSchemas() // { flow: {…}, line: {…}, directory: {…}, sources: {…} }
 */
import { z } from 'zod'
import { directorySchema } from '../../src/flow/directory.ts'
import { flowFileSchema } from '../../src/flow/node.ts'
import { settingsSchema } from '../../src/flow/settings.ts'
import { sourcesSchema } from '../../src/flow/sources.ts'

const schemas = {
  flow: flowFileSchema,
  line: settingsSchema,
  directory: directorySchema,
  sources: sourcesSchema,
}

/** By name; each stands in `flows/schemas/<name>.json` and is named in the first line of the files it describes. */
export function jsonSchemas(): Readonly<Record<keyof typeof schemas, object>> {
  const toJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return {
    flow: toJson(schemas.flow),
    line: toJson(schemas.line),
    directory: toJson(schemas.directory),
    sources: toJson(schemas.sources),
  }
}
