/** What the client sends and reads of Twilio's REST API is as Twilio's OpenAPI files have it. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { differences } from '../../src/doctor/differences.ts'
import { CALLS } from '../../src/twilio/rest-calls.ts'
import { misfits, misfitsOfText, openApi, type Schema } from '../support/openapi.ts'

const jsonSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.record(z.string(), z.unknown())).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
})

test('the extract names the package that it is from', () => {
  expect(openApi.source).toBe('@twilio/cli-core@8.3.2 (MIT), src/services/twilio-api')
})

describe.each(Object.entries(CALLS))('%s', (name, call) => {
  const operation = openApi.calls[name]

  test('is an operation of Twilio', () => {
    expect(operation).toMatchObject({
      method: call.method,
      address: `https://${call.host}.twilio.com`,
      path: call.path,
    })
  })

  test('reads only fields that are there, of their types and with their values', () => {
    expect(unknown(z.toJSONSchema(call.answer, { io: 'input' }), operation?.answer ?? {}, '')).toEqual([])
  })
})

test.each(['updateNumber', 'updateService'])('%s takes every field that setup writes', (name) => {
  const all = differences(
    {
      number: {
        sid: 'PN1',
        phone_number: '+12165550100',
        capabilities: { voice: true, sms: true },
        ...{ voice_url: null, voice_method: null, voice_fallback_url: null, voice_fallback_method: null },
        ...{ status_callback: null, status_callback_method: null },
        ...{ sms_url: null, sms_method: null, sms_fallback_url: null, sms_fallback_method: null },
        ...{ trunk_sid: 'TK1', voice_application_sid: 'AP1', sms_application_sid: 'AP1' },
        voice_receive_mode: 'fax',
        voice_caller_id_lookup: true,
      },
      service: {
        sid: 'MG1',
        friendly_name: 'texts',
        inbound_request_url: null,
        use_inbound_webhook_on_number: false,
        smart_encoding: true,
      },
    },
    'https://line.example.org',
  )
  const of = name === 'updateNumber' ? 'number' : 'service'
  const written = all.filter((each) => each.of === of).map(({ field, wanted }) => [field, wanted] as const)
  expect(written.length).toBe(of === 'number' ? 13 : 2)
  expect(misfitsOfText(openApi.calls[name]?.form ?? {}, written)).toEqual([])
})

test.each([
  [{ type: 'object', properties: { sid: { type: 'string' } } }, { sidd: 'a' }, 'sidd: no such field'],
  [{ type: 'object', properties: { sid: { type: 'string' } } }, { sid: 1 }, 'sid: number in place of string'],
  [{ type: 'string', enum: ['Full'] }, 'full', ': "full" is none of Full'],
])('a name, a type or a value that Twilio does not have is found: %j', (schema, data, problem) => {
  expect(misfits(schema, data)).toEqual([problem])
})

/** Compares a schema of ours with Twilio's, name by name. */
function unknown(ours: unknown, theirs: Schema, at: string): readonly string[] {
  const { type, enum: values, anyOf, properties, items } = jsonSchema.parse(ours)
  if (anyOf) return anyOf.flatMap((each) => unknown(each, theirs, at))
  // Twilio leaves it open.
  if (theirs.type === undefined) return []
  return [
    ...[type ?? []].flat().flatMap((each) => {
      // To take null where Twilio documents none harms nothing.
      return each === 'null' || each === theirs.type ? [] : [`${at} is ${theirs.type}, not ${each}`]
    }),
    ...(values ?? []).flatMap((value) =>
      value === null || theirs.enum?.includes(value) ? [] : [`${at} has no value ${JSON.stringify(value)}`],
    ),
    ...(items && theirs.items ? unknown(items, theirs.items, `${at}[]`) : []),
    ...Object.entries(properties ?? {}).flatMap(([name, property]) => {
      const field = theirs.properties?.[name]
      return field ? unknown(property, field, `${at}.${name}`) : [`${at}.${name} does not exist`]
    }),
  ]
}
