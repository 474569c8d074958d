/**
 * Reads the address of a PostgreSQL database as libpq does, with the parameters that hosts and Prisma add to it. The driver
 * would send each parameter that it does not know to the server, which then refuses the connection.
 *
 * @example
 * readPostgresUrl('postgresql://a:b@ep-x-pooler.neon.tech/c?sslmode=require&channel_binding=require')
 * // { ok: true, value: { host: 'ep-x-pooler.neon.tech', port: 5432, user: 'a', password: 'b', database: 'c', tls: 'require', … } }
 */
import type { Result } from '../../authored/result.ts'

export interface PostgresAddress {
  /** A name, an IP address, or the folder of a Unix socket. */
  readonly host: string
  readonly port: number
  /** Empty: the user of the operating system. */
  readonly user: string
  readonly password: string
  /** Empty: the database with the name of the user. */
  readonly database: string
  readonly tls: (typeof TLS)[number]
  /** Files with certificates and a key, in PEM. */
  readonly tlsFiles: Readonly<Partial<Record<'ca' | 'cert' | 'key', string>>>
  /** The schema of the tables, as Prisma names it. Empty: the first on the search path of the user. */
  readonly schema: string
  /** Command-line options for the server. PgBouncer refuses them, as it is installed. */
  readonly options: string
}

/** `prefer` and `require` encrypt, but trust any certificate. */
const TLS = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
/** Further words for them: of libpq, of node-postgres, and of Heroku's `ssl=true`. */
const TLS_WORDS: Readonly<Record<string, PostgresAddress['tls']>> = {
  ...Object.fromEntries(TLS.map((mode) => [mode, mode])),
  allow: 'prefer',
  'no-verify': 'require',
  true: 'require',
  1: 'require',
  false: 'disable',
  0: 'disable',
}
const PORT = '5432'

const ENCODE =
  'DATABASE_URL has a character that must be encoded: in its user name and password write % as %25, # as %23, @ as %40, / as %2F and ? as %3F.'
const ONE_HOST = 'DATABASE_URL must name one host; where there are several, name the proxy before them.'
const BAD_PORT =
  'DATABASE_URL must have a port from 1 to 65535, such as postgres://user:password@host:5432/name.'
const BAD_TLS = `DATABASE_URL must have one of these as its sslmode: ${TLS.join(', ')}.`

export function readPostgresUrl(url: string): Result<PostgresAddress> {
  const parts = split(url)
  if (!parts) return { ok: false, problems: [ENCODE] }
  const { user, password, database, query } = parts
  const host = query.get('host') ?? (parts.host || 'localhost')
  const port = query.get('port') ?? (parts.port || PORT)
  const tls = readTls(query)
  const problems = [
    ...(host.includes(',') ? [ONE_HOST] : []),
    ...(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65_536 ? [] : [BAD_PORT]),
  ]
  if (problems.length > 0 || !tls) return { ok: false, problems: tls ? problems : [...problems, BAD_TLS] }
  const files = { ca: query.get('sslrootcert'), cert: query.get('sslcert'), key: query.get('sslkey') }
  const options = query.get('options') ?? ''
  return {
    ok: true,
    value: {
      host: host.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port),
      user: query.get('user') ?? user,
      password: query.get('password') ?? password,
      database: query.get('dbname') ?? database,
      tls,
      tlsFiles: Object.fromEntries(
        Object.entries(files).flatMap(([name, file]) => (file && file !== 'system' ? [[name, file]] : [])),
      ),
      schema: query.get('schema') ?? '',
      // Neon's way to name the database for clients that cannot name the host while they set up TLS. This one can.
      options: /^(endpoint|project)=/.test(options) ? '' : options,
    },
  }
}

/** Null where a character that means something in an address stands for itself. */
function split(url: string) {
  const rest = url.slice(url.indexOf('://') + 3)
  const [, userinfo = '', host, port = '', database = '', query = ''] =
    /^(?:([^@/?#]*)@)?((?:\[[^\]]*\]|[^:@/?#])*)(?::([^@/?#]*))?(?:\/([^@?#]*))?(?:\?([^@#]*))?$/.exec(
      rest,
    ) ?? []
  const [user = '', ...password] = userinfo.split(':')
  if (host === undefined || !isEncoded(rest)) return null
  return {
    host: decodeURIComponent(host),
    port,
    user: decodeURIComponent(user),
    password: decodeURIComponent(password.join(':')),
    // Some write a slash at the end, as in the address of a page.
    database: decodeURIComponent(database.replace(/\/$/, '')),
    // As libpq does: a + is a plus, as passwords may have one.
    query: new URLSearchParams(query.replaceAll('+', '%2B')),
  }
}

/** Whether each % begins an encoded character. */
export function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** libpq prefers TLS where nothing is said, and verifies where it is told to trust the system's certificates only. */
function readTls(query: URLSearchParams): PostgresAddress['tls'] | undefined {
  const isSystem = query.get('sslrootcert') === 'system'
  const word = query.get('sslmode') ?? query.get('ssl') ?? (isSystem ? 'verify-full' : 'prefer')
  return TLS_WORDS[word]
}
