/**
 * The settings of the server, read once from the environment variables that README.md lists.
 *
 * @example
 * const installed = installLine(line, process.env)
 * if (installed.ok) server.listen(installed.value.config.port)
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Result } from './authored/result.ts'
import { alarmUrlProblem } from './environment/alarm-url.ts'
import { authTokenProblem, authTokens, authTokenWarning } from './environment/auth-token.ts'
import { givenSettings, mangledProblem, misspeltNames, type Variables } from './environment/given.ts'
import { publicUrlProblem } from './environment/public-url.ts'
import { phoneNumber } from './flow/fields.ts'
import type { Line } from './line/line.ts'
import { withOverrides } from './line/overrides.ts'
import { tellRecorded } from './line/tell-recorded.ts'
import { tellReviewed } from './line/tell-reviewed.ts'
import { readDatabaseUrl } from './usage/stores/database-url.ts'

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
  /** Told when a bound of server/bounds.ts is crossed, on Node. Null: nobody is. */
  readonly alarmUrl: string | null
  readonly defaultCountry: string | null
  readonly handoffNumber: string | null
  readonly logLevel: string
  /** Sentences for the operator about what starts all the same. */
  readonly warnings: readonly string[]
}

/** Settings, and the line as it is told with them. */
interface Installed {
  readonly config: Config
  readonly line: Line
  /** Sentences for the operator about languages that are not told, or not whole. */
  readonly notices: readonly string[]
}

const LOOPBACK = '127.0.0.1'
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

/** A setting with a shape of its own; what is wrong with it is a sentence. */
function checked(problemOf: (value: string) => string | undefined) {
  return z.string().superRefine((value, { addIssue }) => {
    const problem = problemOf(value)
    if (problem) addIssue(problem)
  })
}

const environment = z.object({
  PORT: checked((port) =>
    /^\d{1,5}$/.test(port) && Number(port) <= 65535
      ? undefined
      : 'PORT must be a number from 0 to 65535, such as 3000.',
  ).default('3000'),
  HOST: checked((host) =>
    /^([\w.-]+|[\da-f]*:[\da-f.]*:[\da-f:.%]*)$/i.test(host)
      ? undefined
      : 'HOST must be an address to listen on, such as 0.0.0.0, without http:// or a port.',
  ).optional(),
  // Read before the line is (server/project.ts); here for its name.
  LINE_DIR: z.string().optional(),
  PUBLIC_URL: checked(publicUrlProblem).optional(),
  TWILIO_AUTH_TOKEN: checked(authTokenProblem).optional(),
  DATABASE_URL: checked((url) => {
    const read = readDatabaseUrl(url)
    return read.ok ? undefined : read.problems.join(' ')
  }).default('file:plainline.db'),
  SECRET: z.string().min(16, 'SECRET must have at least 16 characters.').optional(),
  USAGE_PASSWORD: z.string().min(12, 'USAGE_PASSWORD must have at least 12 characters.').optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, 'METRICS_TOKEN must have at least 16 characters.')
    // RFC 6750: what a bearer token may hold. No monitor could send another.
    .regex(
      /^[\w.~+/-]+=*$/,
      'METRICS_TOKEN must have letters without accents, digits and - . _ ~ + / only, and no spaces: make one by `openssl rand -hex 32`.',
    )
    .optional(),
  ALARM_URL: checked(alarmUrlProblem).optional(),
  DEFAULT_COUNTRY: z.string().toUpperCase().optional(),
  HANDOFF_NUMBER: checked((number) =>
    phoneNumber.safeParse(number).success
      ? undefined
      : 'HANDOFF_NUMBER must be a full number, with + and the country code and nothing between the digits, such as +18005550100.',
  ).optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of: ${LOG_LEVELS.join(', ')}.` }))
    .default('info'),
})

const NAMES = environment.keyof().options

/** The settings, and the line with those that go before its own. Every problem is a sentence for the operator. */
export function installLine(line: Line, variables: Variables): Result<Installed> {
  const { DEFAULT_COUNTRY, HANDOFF_NUMBER } = givenSettings(variables, NAMES)
  const config = readConfig(variables)
  const installed = withOverrides(line, {
    defaultCountry: DEFAULT_COUNTRY?.toUpperCase() ?? null,
    handoffNumber: HANDOFF_NUMBER ?? null,
  })
  if (config.ok && installed.ok) {
    const isDemo = config.value.authTokens.length === 0
    const recorded = tellRecorded(installed.value, { isDemo })
    const { line, notices } = tellReviewed(recorded.line, { isDemo })
    return { ok: true, value: { config: config.value, line, notices: [...recorded.notices, ...notices] } }
  }
  return { ok: false, problems: [config, installed].flatMap((result) => (result.ok ? [] : result.problems)) }
}

/** Each problem is a sentence for the operator. An empty variable counts as unset. */
export function readConfig(variables: Variables): Result<Config> {
  const given = givenSettings(variables, NAMES)
  const misspelt = misspeltNames(variables, NAMES)
  const { success, data, error } = environment.safeParse(given)
  const wrong = new Map<string, string>()
  const add = (name: string, problem: string | undefined) => {
    if (problem && !wrong.has(name)) wrong.set(name, problem)
  }
  for (const [name, value] of Object.entries(given)) add(name, mangledProblem(name, value))
  for (const { path, message } of error?.issues ?? []) add(String(path[0]), message)
  for (const [name, problem] of togetherProblems(given)) add(name, problem)
  if (!success || wrong.size > 0) return { ok: false, problems: [...wrong.values(), ...misspelt] }
  const tokens = authTokens(data.TWILIO_AUTH_TOKEN ?? '')
  return {
    ok: true,
    value: {
      port: Number(data.PORT),
      host: tokens.length === 0 ? LOOPBACK : data.HOST,
      publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      authTokens: tokens,
      databaseUrl: data.DATABASE_URL,
      spoolPrefix: spoolPrefixFor(data.DATABASE_URL),
      secret: data.SECRET ?? randomBytes(32).toString('hex'),
      usagePassword: data.USAGE_PASSWORD ?? null,
      metricsToken: data.METRICS_TOKEN ?? null,
      alarmUrl: data.ALARM_URL ?? null,
      defaultCountry: data.DEFAULT_COUNTRY ?? null,
      handoffNumber: data.HANDOFF_NUMBER ?? null,
      logLevel: data.LOG_LEVEL,
      warnings: [
        ...misspelt,
        ...[authTokenWarning(data.TWILIO_AUTH_TOKEN ?? '')].filter((each) => each !== undefined),
      ],
    },
  }
}

/** Settings that need another one beside them, or one that differs from them. By name, so that one problem is told of each. */
function togetherProblems(given: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const { PUBLIC_URL, TWILIO_AUTH_TOKEN, SECRET, USAGE_PASSWORD, METRICS_TOKEN } = given
  const problems: (readonly [string, string])[] = []
  const need = (name: string, beside: string, why: string) =>
    problems.push([name, `${name} must be set beside ${beside}: ${why}.`])
  if (PUBLIC_URL && !TWILIO_AUTH_TOKEN)
    need('TWILIO_AUTH_TOKEN', 'PUBLIC_URL', 'without it anybody could call in the name of Twilio')
  if (TWILIO_AUTH_TOKEN && !PUBLIC_URL)
    need('PUBLIC_URL', 'TWILIO_AUTH_TOKEN', 'signatures are checked against it')
  if (TWILIO_AUTH_TOKEN && !SECRET)
    need('SECRET', 'TWILIO_AUTH_TOKEN', 'it signs the cookie that keeps the place in a text conversation')
  // A secret that opens two doors is lost at both by one leak.
  const tokens = authTokens(TWILIO_AUTH_TOKEN ?? '').map((token) => ['a token of Twilio', token] as const)
  const secrets = [...tokens, ...Object.entries({ SECRET, USAGE_PASSWORD, METRICS_TOKEN })]
  for (const [index, [name, value]] of secrets.entries()) {
    const [first] = secrets.slice(0, index).find(([, other]) => value && other === value) ?? []
    if (first && name !== first)
      problems.push([name, `${name} must not be the same as ${first}. Choose another.`])
  }
  return problems
}

/** Beside a database file, else in the working directory. */
function spoolPrefixFor(databaseUrl: string): string {
  const database = readDatabaseUrl(databaseUrl)
  return database.ok && database.value.kind === 'file' ? database.value.path : 'plainline'
}
