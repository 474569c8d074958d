/**
 * `node dist/tools/twilio-openapi.js <folder>`: writes test/fixtures/twilio-openapi.json, of Twilio's OpenAPI files the operations that
 * `src/twilio/rest-calls.ts` names. The folder is the unpacked npm package @twilio/cli-core, which is too large to depend on.
 *
 * @example
 * cd /tmp && npm pack @twilio/cli-core && tar xzf twilio-cli-core-*.tgz
 * node build.mjs && node dist/tools/twilio-openapi.js /tmp/package
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { mapValues } from '../src/authored/records.ts'
import { readArguments, root } from '../src/cli/support/command.ts'
import { exitWith } from '../src/server/load-line.ts'
import { CALLS } from '../src/twilio/rest-calls.ts'

type Json = z.infer<typeof json>
type Schemas = Readonly<Record<string, Json>>

const USAGE = 'node dist/tools/twilio-openapi.js <folder of the unpacked package @twilio/cli-core>'
const FILE = join(root, 'test', 'fixtures', 'twilio-openapi.json')
const json = z.record(z.string(), z.unknown())
const operation = z.object({
  parameters: z.array(z.object({ in: z.string(), name: z.string(), schema: json })).default([]),
  requestBody: z
    .object({
      content: z.object({
        'application/x-www-form-urlencoded': z.object({
          schema: z.object({ properties: z.record(z.string(), json) }),
        }),
      }),
    })
    .optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.object({ 'application/json': z.object({ schema: json }) }).optional() }),
  ),
})
const openApi = z.object({
  paths: z.record(z.string(), json),
  components: z.object({ schemas: z.record(z.string(), json) }),
})
const servers = z.array(z.object({ url: z.string() }))
const packageFile = z.object({ name: z.string(), version: z.string() })

const { positionals } = readArguments(USAGE, { allowPositionals: true })
const folder = positionals[0] ?? exitWith('Name the folder of the unpacked package @twilio/cli-core.')
const { name, version } = packageFile.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
const services = join(folder, 'src', 'services', 'twilio-api')
const files = (await readdir(services)).filter((file) => file.endsWith('.json'))
const apis = await Promise.all(
  files.map(async (file) => JSON.parse(await readFile(join(services, file), 'utf8'))),
)
const extract = {
  source: `${name}@${version} (MIT), src/services/twilio-api`,
  calls: mapValues(CALLS, extractCall),
}
await writeFile(FILE, `${JSON.stringify(extract, null, 1)}\n`)
process.stdout.write(`Written: ${FILE}\n`)

function extractCall({ method, host, path }: (typeof CALLS)[keyof typeof CALLS]) {
  const address = `https://${host}.twilio.com`
  for (const api of apis) {
    const item = api.paths?.[path]
    if (!item?.[method.toLowerCase()] || servers.safeParse(item.servers).data?.[0]?.url !== address) continue
    const { components } = openApi.parse(api)
    const { parameters, requestBody, responses } = operation.parse(item[method.toLowerCase()])
    const named = (place: string) =>
      Object.fromEntries(
        parameters
          .filter((each) => each.in === place)
          .map(({ name, schema }) => [name, reduced(schema, components.schemas)]),
      )
    const form = requestBody?.content['application/x-www-form-urlencoded'].schema.properties ?? {}
    const [answer] = Object.values(responses)
    return {
      method,
      address,
      path,
      names: named('path'),
      query: named('query'),
      form: mapValues(form, (schema) => reduced(schema, components.schemas)),
      answer: reduced(answer?.content?.['application/json'].schema ?? {}, components.schemas),
    }
  }
  return exitWith(`${name}@${version} has no ${method} ${address}${path}.`)
}

/** Names, types, patterns and values; references replaced by what they refer to. */
function reduced(schema: Json, schemas: Schemas): Json {
  const { $ref, type, pattern, nullable, properties, items } = schema
  if (typeof $ref === 'string') return reduced(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas)
  const fields = z.record(z.string(), json).safeParse(properties).data
  const item = json.safeParse(items).data
  return {
    type,
    pattern,
    enum: schema.enum,
    nullable,
    ...(fields ? { properties: mapValues(fields, (field) => reduced(field, schemas)) } : {}),
    ...(item ? { items: reduced(item, schemas) } : {}),
  }
}
