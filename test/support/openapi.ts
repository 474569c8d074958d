/**
 * Data against the extract of Twilio's OpenAPI files (test/fixtures/twilio-openapi.json, which tools/twilio-openapi.ts writes).
 *
 * @example
 * misfits(openApi.calls.account.answer, { sid: 'AC…', stauts: 'active' }) // ['stauts: no such field']
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

export interface Schema {
  readonly type?: string | undefined
  readonly pattern?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly nullable?: boolean | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly items?: Schema | undefined
}

export type Operation = z.infer<typeof operation>

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.strictObject({
    type: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    nullable: z.boolean().optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
  }),
)
const fields = z.record(z.string(), schema)
const operation = z.strictObject({
  method: z.enum(['GET', 'POST']),
  address: z.string(),
  path: z.string(),
  names: fields,
  query: fields,
  form: fields,
  answer: schema,
})

/** By the name that the operation has in `CALLS`. */
export const openApi = z
  .object({ source: z.string(), calls: z.record(z.string(), operation) })
  .parse(JSON.parse(readFileSync(join(root, 'test', 'fixtures', 'twilio-openapi.json'), 'utf8')))

/** What of an answer is not as documented: names, types and values. */
export function misfits(schema: Schema, data: unknown, at = ''): readonly string[] {
  const { type, properties, items, enum: values } = schema
  if (data === null) return schema.nullable || type === undefined ? [] : [`${at}: must not be null`]
  if (values && !values.includes(data))
    return [`${at}: ${JSON.stringify(data)} is none of ${values.join(', ')}`]
  if (type !== undefined && type !== typeOf(data, type))
    return [`${at}: ${typeOf(data, type)} in place of ${type}`]
  if (Array.isArray(data))
    return items ? data.flatMap((item, index) => misfits(items, item, `${at}[${index}]`)) : []
  if (typeof data !== 'object' || !properties) return []
  return Object.entries(data).flatMap(([name, value]) => {
    const field = properties[name]
    const place = at ? `${at}.${name}` : name
    return field ? misfits(field, value, place) : [`${place}: no such field`]
  })
}

/** What of a query or a form, whose values are text, is not as documented. */
export function misfitsOfText(
  allowed: Readonly<Record<string, Schema>>,
  given: Iterable<readonly [string, string]>,
): readonly string[] {
  return [...given].flatMap(([name, value]) => {
    const { [name]: field } = allowed
    if (!field) return [`${name}: no such parameter`]
    if (field.enum && !field.enum.includes(value))
      return [`${name}: ${value} is none of ${field.enum.join(', ')}`]
    // An empty SID takes away what was there.
    if (field.pattern && value !== '' && !new RegExp(field.pattern).test(value))
      return [`${name}: ${value} is not ${field.pattern}`]
    if (field.type === 'boolean' && !/^(true|false)$/.test(value)) return [`${name}: ${value} is no boolean`]
    return field.type === 'integer' && !/^\d+$/.test(value) ? [`${name}: ${value} is no integer`] : []
  })
}

function typeOf(data: unknown, wanted: string): string {
  if (Array.isArray(data)) return 'array'
  return wanted === 'integer' && Number.isInteger(data) ? 'integer' : typeof data
}
