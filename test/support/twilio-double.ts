/**
 * Twilio's REST API on the loopback address, over a state that is data. Whatever it is asked and whatever it answers is compared with
 * Twilio's OpenAPI files: a name, a type or a value that is not in them stands in `misfits`, and a request with one is refused.
 *
 * @example
 * const twilio = await startTwilioDouble(healthyState())
 * const ask = createTwilioRest({ accountSid, authToken, apiBase: twilio.address })
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { misfits, misfitsOfText, type Operation, openApi } from './openapi.ts'
import type { TwilioState } from './twilio-state.ts'

interface Write {
  readonly call: string
  readonly sid: string
  readonly form: Readonly<Record<string, string>>
}

export interface TwilioDouble {
  readonly address: string
  readonly state: TwilioState
  readonly writes: readonly Write[]
  /** Names of the calls that were asked, in order, also those that failed. */
  readonly asked: readonly string[]
  readonly misfits: readonly string[]
}

interface Asked {
  readonly names: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

export async function startTwilioDouble(state: TwilioState): Promise<TwilioDouble> {
  const writes: Write[] = []
  const asked: string[] = []
  const found: string[] = []
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://127.0.0.1')
    const form = new URLSearchParams(await text(request))
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json', date: state.now.toUTCString() })
      response.end(JSON.stringify(body))
    }
    const [name, operation, names] = operationOf(request.method, url.pathname)
    if (!operation) {
      found.push(`${request.method} ${url.pathname}: no such operation`)
      return send(404, { code: 20404, message: 'Not found', status: 404 })
    }
    asked.push(name)
    const basic = Buffer.from(`${state.account.sid}:${state.authToken}`).toString('base64')
    if (request.headers.authorization !== `Basic ${basic}`)
      return send(401, { code: 20003, message: 'Authenticate', status: 401 })
    const wrong = [
      ...misfitsOfText(operation.names, Object.entries(names)),
      ...misfitsOfText(operation.query, url.searchParams),
      ...misfitsOfText(operation.form, form),
    ]
    if (wrong.length > 0) {
      found.push(...wrong.map((each) => `asked ${name}: ${each}`))
      return send(400, { code: 20001, message: wrong.join('; '), status: 400 })
    }
    if (state.refused.includes(name)) return send(403, { code: 20403, message: 'Not allowed', status: 403 })
    if (operation.method === 'POST') {
      const fields = Object.fromEntries(form)
      writes.push({ call: name, sid: names.Sid ?? '', form: fields })
      write(rowsOf(state, name), names.Sid ?? '', fields)
    }
    if (state.silent.includes(name)) return
    const body = bodyOf(state, name, { names, query: url.searchParams })
    found.push(...misfits(operation.answer, body).map((each) => `answered ${name}: ${each}`))
    send(200, body)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : undefined
  return { address: `http://127.0.0.1:${port}`, state, writes, asked, misfits: found }
}

function operationOf(
  method: string | undefined,
  pathname: string,
): readonly [name: string, operation: Operation | undefined, names: Readonly<Record<string, string>>] {
  for (const [name, operation] of Object.entries(openApi.calls)) {
    const pattern = operation.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    const match = operation.method === method ? new RegExp(`^${pattern}$`).exec(pathname) : null
    if (match) return [name, operation, { ...match.groups }]
  }
  return ['', undefined, {}]
}

function bodyOf(state: TwilioState, name: string, { names, query }: Asked): unknown {
  const only = (rows: readonly Record<string, unknown>[], field: string, parameter: string) =>
    rows.filter((row) => !query.has(parameter) || row[field] === query.get(parameter))
  switch (name) {
    case 'account':
      return state.account
    case 'balance':
      return state.balance
    case 'numbers':
      return { incoming_phone_numbers: only(state.numbers, 'phone_number', 'PhoneNumber') }
    case 'services':
      return { services: state.services }
    case 'serviceNumbers':
      return { phone_numbers: state.senders[names.ServiceSid ?? ''] ?? [] }
    case 'campaigns':
      return { compliance: state.campaigns[names.MessagingServiceSid ?? ''] ?? [] }
    case 'verifications':
      return {
        verifications: only(state.verifications, 'tollfree_phone_number_sid', 'TollfreePhoneNumberSid'),
      }
    case 'triggers':
      return { usage_triggers: state.triggers }
    case 'messagingPermissions':
      return { permissions: state.messagingPermissions }
    case 'dialingPermissions':
      return { content: state.dialingPermissions }
    case 'alerts':
      return { alerts: state.alerts }
    default:
      return rowsOf(state, name).find(({ sid }) => sid === names.Sid)
  }
}

function rowsOf(state: TwilioState, name: string): Record<string, unknown>[] {
  return name === 'updateNumber' ? state.numbers : state.services
}

/** `VoiceUrl` is written to `voice_url`; an empty SID is none. */
function write(rows: Record<string, unknown>[], sid: string, form: Readonly<Record<string, string>>): void {
  const row = rows.find((each) => each.sid === sid)
  if (!row) return
  for (const [name, value] of Object.entries(form)) {
    const field = name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
    row[field] = /^(true|false)$/.test(value) ? value === 'true' : value
  }
}
