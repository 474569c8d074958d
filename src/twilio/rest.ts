/**
 * A small client of Twilio's REST API over `fetch`, for commands of operators; the server never calls it. An error is a value with a
 * sentence for the operator.
 *
 * @example
 * const ask = createTwilioRest({ accountSid: 'AC…', authToken: '…', apiBase: null })
 * const answer = await ask(CALLS.account, { path: { Sid: 'AC…' } })
 * if (!answer.ok) exitWith(answer.problem)
 */
import type { z } from 'zod'

/** One operation of the API, as Twilio's OpenAPI files have it. */
export interface RestCall<T> {
  readonly method: 'GET' | 'POST'
  /** `messaging` is https://messaging.twilio.com. */
  readonly host: 'api' | 'messaging' | 'accounts' | 'voice' | 'monitor'
  /** Such as `/v1/Services/{Sid}`. */
  readonly path: string
  readonly answer: z.ZodType<T>
}

interface RestInput {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

export interface RestFailure {
  readonly ok: false
  /** `credentials`: nothing else can be asked. `silent`: there is no answer; what was to be written may have been written. */
  readonly kind: 'credentials' | 'silent' | 'refused'
  readonly problem: string
}

/** `date` is Twilio's clock. */
export type RestAnswer<T> = { readonly ok: true; readonly value: T; readonly date: Date | null } | RestFailure

export type TwilioRest = <T>(call: RestCall<T>, input?: RestInput) => Promise<RestAnswer<T>>

export interface RestSettings {
  readonly accountSid: string
  readonly authToken: string
  /** Replaces https://….twilio.com in tests (`TWILIO_API_BASE`). */
  readonly apiBase: string | null
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const READ_TRIES = 2

/** A call that reads is tried twice. One that writes is tried once: Twilio knows no key that would tell it of a second try. */
export function createTwilioRest(settings: RestSettings): TwilioRest {
  return async (call, input = {}) => {
    const tries = call.method === 'GET' ? READ_TRIES : 1
    for (let left = tries - 1; ; left -= 1) {
      const answer = await askOnce(settings, call, input)
      if (answer.ok || answer.kind !== 'silent' || left === 0) return answer
    }
  }
}

async function askOnce<T>(
  { accountSid, authToken, apiBase, timeoutMs = TIMEOUT_MS }: RestSettings,
  { method, host, path, answer }: RestCall<T>,
  input: RestInput,
): Promise<RestAnswer<T>> {
  const { path: names = {}, query = {}, form } = input
  const base = apiBase?.replace(/\/+$/, '') ?? `https://${host}.twilio.com`
  const address = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(names[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  try {
    const response = await fetch(`${base}${address}${search && `?${search}`}`, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      body: form ? new URLSearchParams(form) : null,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await response.text()
    if (response.status >= 500) return silent(method, `answered ${response.status}`)
    if (!response.ok) return refusal(response.status, text)
    const parsed = answer.safeParse(JSON.parse(text))
    if (!parsed.success) return unreadable(path, parsed.error.issues[0]?.path.join('.'))
    return { ok: true, value: parsed.data, date: dateOf(response) }
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable(path, undefined)
    return silent(method, reasonOf(error, timeoutMs))
  }
}

function refusal(status: number, text: string): RestFailure {
  if (status === 401)
    return {
      ok: false,
      kind: 'credentials',
      problem: 'Twilio refuses TWILIO_ACCOUNT_SID with the first token of TWILIO_AUTH_TOKEN.',
    }
  const [, code] = /"code"\s*:\s*(\d+)/.exec(text) ?? []
  const [, message] = /"message"\s*:\s*"([^"]+)"/.exec(text) ?? []
  return {
    ok: false,
    kind: 'refused',
    problem: `Twilio refuses (${[status, code && `error ${code}`, message].filter(Boolean).join(', ')}).`,
  }
}

function silent(method: string, reason: string): RestFailure {
  const note =
    method === 'GET' ? '' : ' It was asked once and not again; what was asked may be done all the same.'
  return { ok: false, kind: 'silent', problem: `Twilio's REST API ${reason}.${note}` }
}

function unreadable(path: string, field: string | undefined): RestFailure {
  return {
    ok: false,
    kind: 'refused',
    problem: `Twilio's answer to ${path} is not as documented${field ? ` (${field})` : ''}.`,
  }
}

/** Node puts what has happened into the cause of its "fetch failed". */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `did not answer within ${timeoutMs / 1000} seconds`
  const { cause } = error instanceof Error ? error : {}
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return `cannot be reached from here${code ? ` (${code})` : ''}`
}

function dateOf({ headers }: Response): Date | null {
  const time = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(time) ? null : new Date(time)
}
