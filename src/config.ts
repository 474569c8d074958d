/**
 * The settings of the server, read once from the environment; DESIGN.md lists them.
 *
 * @example
 * const { config, problems } = readConfig(process.env)
 */
import { z } from 'zod'

export interface Config {
  readonly port: number
  /** Undefined leaves it to Node: all addresses. In the demo it is the loopback address. */
  readonly host: string | undefined
  /** The address that Twilio calls, without a slash at its end; null in the demo. */
  readonly publicUrl: string | null
  /** Tokens that may sign webhooks. None: a demo, on this machine only, that asks for no signature. */
  readonly authTokens: readonly string[]
  readonly databaseUrl: string
  /** How the paths of files begin in which counts wait that could not be written before a server ended. */
  readonly spoolPlace: string
  readonly secret: string
  /** Asked for before `/usage`, `/phone` and `/metrics`; null leaves them off, but open in the demo. */
  readonly usagePassword: string | null
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

/** `problems` are sentences for the operator; with any, there is no config. An empty variable counts as unset. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): {
  config?: Config
  problems: readonly string[]
} {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { success, data, error } = environment.safeParse(set)
  if (!success) return { problems: error.issues.map(({ message }) => `${message}.`) }
  const authTokens = (data.TWILIO_AUTH_TOKEN ?? '')
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean)
  const demo = authTokens.length === 0
  const problems = demo
    ? []
    : [
        ...(data.PUBLIC_URL
          ? []
          : ['PUBLIC_URL must be set beside TWILIO_AUTH_TOKEN: signatures are checked against it.']),
        ...(data.SECRET
          ? []
          : [
              'SECRET must be set beside TWILIO_AUTH_TOKEN: it signs the cookie that keeps the place in a text conversation.',
            ]),
      ]
  if (problems.length > 0) return { problems }
  return {
    config: {
      port: data.PORT,
      host: demo ? LOOPBACK : data.HOST,
      publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      authTokens,
      databaseUrl: data.DATABASE_URL,
      spoolPlace: spoolPlaceFor(data.DATABASE_URL),
      secret: data.SECRET ?? randomSecret(),
      usagePassword: data.USAGE_PASSWORD ?? null,
      defaultCountry: data.DEFAULT_COUNTRY ?? null,
      handoffNumber: data.HANDOFF_NUMBER ?? null,
      logLevel: data.LOG_LEVEL,
    },
    problems,
  }
}

/** Beside a database file, or in the folder the server was started in. */
function spoolPlaceFor(databaseUrl: string): string {
  const [, file] = /^file:(?:\/\/)?([^?]+)/.exec(databaseUrl) ?? []
  return file ?? 'plainline'
}

function randomSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
