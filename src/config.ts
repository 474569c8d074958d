/**
 * The settings of the server, read once from the environment variables that README.md lists.
 *
 * @example
 * const config = readConfig(process.env)
 * if (config.ok) server.listen(config.value.port)
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Result } from './authored/result.ts'

export interface Config {
  readonly port: number
  /** Undefined: Node listens on all addresses. The demo listens on the loopback address. */
  readonly host: string | undefined
  /** The URL that Twilio calls, without a trailing slash; null in the demo. */
  readonly publicUrl: string | null
  /** Tokens that may sign webhooks. Without one the server is a demo: on this machine only, without signatures. */
  readonly authTokens: readonly string[]
  readonly databaseUrl: string
  /** The start of the paths of spool files, which keep counts that could not be written before the server ended. */
  readonly spoolPrefix: string
  readonly secret: string
  /** Protects `/usage`, `/phone` and `/metrics`. Null closes them; in the demo they are open. */
  readonly usagePassword: string | null
  /** Protects `/metrics` alone, as a bearer token. Null: `/metrics` asks for the password. */
  readonly metricsToken: string | null
  readonly defaultCountry: string | null
  readonly handoffNumber: string | null
  readonly logLevel: string
}

const LOOPBACK = '127.0.0.1'

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a number, such as 3000' })
    .int()
    .min(0)
    .max(65535)
    .default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'PUBLIC_URL must be the address that Twilio calls, such as https://line.example.org',
    })
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:|libsql:\/\/|postgres(ql)?:\/\/)/,
      'DATABASE_URL must begin with file:, libsql:// or postgres://',
    )
    .default('file:plainline.db'),
  SECRET: z.string().min(16, 'SECRET must have at least 16 characters').optional(),
  USAGE_PASSWORD: z.string().min(12, 'USAGE_PASSWORD must have at least 12 characters').optional(),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters').optional(),
  DEFAULT_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'DEFAULT_COUNTRY must be an ISO country code, such as US')
    .optional(),
  HANDOFF_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'HANDOFF_NUMBER must be a full number, such as +18005550100')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Each problem is a sentence for the operator. An empty variable counts as unset. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Result<Config> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { success, data, error } = environment.safeParse(set)
  if (!success) return { ok: false, problems: error.issues.map(({ message }) => `${message}.`) }
  const authTokens = (data.TWILIO_AUTH_TOKEN ?? '')
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean)
  const demo = authTokens.length === 0
  const problems = demo ? [] : missingBesideTokens(data)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      port: data.PORT,
      host: demo ? LOOPBACK : data.HOST,
      publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      authTokens,
      databaseUrl: data.DATABASE_URL,
      spoolPrefix: spoolPrefixFor(data.DATABASE_URL),
      secret: data.SECRET ?? randomBytes(32).toString('hex'),
      usagePassword: data.USAGE_PASSWORD ?? null,
      metricsToken: data.METRICS_TOKEN ?? null,
      defaultCountry: data.DEFAULT_COUNTRY ?? null,
      handoffNumber: data.HANDOFF_NUMBER ?? null,
      logLevel: data.LOG_LEVEL,
    },
  }
}

/** What a server that checks signatures needs as well. */
function missingBesideTokens({ PUBLIC_URL, SECRET }: z.infer<typeof environment>): readonly string[] {
  const problems: string[] = []
  if (!PUBLIC_URL)
    problems.push('PUBLIC_URL must be set beside TWILIO_AUTH_TOKEN: signatures are checked against it.')
  if (!SECRET)
    problems.push(
      'SECRET must be set beside TWILIO_AUTH_TOKEN: it signs the cookie that keeps the place in a text conversation.',
    )
  return problems
}

/** Beside a database file, else in the working directory. */
function spoolPrefixFor(databaseUrl: string): string {
  const [, file] = /^file:(?:\/\/)?([^?]+)/.exec(databaseUrl) ?? []
  return file ?? 'plainline'
}
