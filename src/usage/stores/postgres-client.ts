/**
 * A client of one connection to PostgreSQL, which works behind PgBouncer as it is installed: it sends no parameter at its
 * start that PgBouncer refuses, and prepares no statement.
 *
 * @example
 * const client = connectPostgres(address)
 * await transact(client, address, () => client`select 1`)
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import postgres from 'postgres'
import type { PostgresAddress } from './postgres-url.ts'

const CONNECT_SECONDS = 5
const IDLE_SECONDS = 60
/** Before it connects again; the driver would at once, hundreds of times a second, where a proxy takes connections and closes them. */
const PAUSE_MS = 1000
/** What PostgreSQL itself then ends. The second limit frees rows that a server had locked when it lost its connection. */
const STATEMENT_MS = 5000
const TRANSACTION_IDLE_MS = 10_000

/** @throws if a file that the address names cannot be read. */
export function connectPostgres(address: PostgresAddress): postgres.Sql {
  const { host, port, user, password, database, options } = address
  let connectedAt = Number.NEGATIVE_INFINITY
  const openSocket = async () => {
    const now = performance.now()
    if (now - connectedAt < PAUSE_MS) throw new Error('The database closes each connection at once')
    connectedAt = now
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    socket.setTimeout(CONNECT_SECONDS * 1000, () =>
      socket.destroy(new Error(`The database does not answer at ${host}, port ${port}`)),
    )
    await once(socket, 'connect')
    socket.setTimeout(0)
    // The driver names the host from here while it sets up TLS.
    return Object.assign(socket, { host })
  }
  const settings = {
    host,
    port,
    user,
    password,
    database,
    ssl: tlsOf(address),
    socket: openSocket,
    // The statements of a transaction must not go to several connections.
    max: 1,
    max_lifetime: null,
    idle_timeout: IDLE_SECONDS,
    connect_timeout: CONNECT_SECONDS,
    prepare: false,
    // On each new connection the driver would ask for the types of arrays, and a failure of that would end the process.
    fetch_types: false,
    connection: { application_name: 'plainline', ...(options ? { options } : {}) },
    onnotice: () => {},
  }
  return postgres(settings)
}

/**
 * Runs the statements of `work` as one transaction. After a failure it ends the client instead of rolling back: the driver
 * throws, out of reach of any caller, when it is to roll back on a connection that is gone.
 */
export async function transact<T>(
  client: postgres.Sql,
  { schema }: Pick<PostgresAddress, 'schema'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await client.unsafe(
      [
        // Whatever the database has by default: in the others, servers that write at once refuse each other.
        'begin isolation level read committed',
        `set local statement_timeout = ${STATEMENT_MS}`,
        `set local idle_in_transaction_session_timeout = ${TRANSACTION_IDLE_MS}`,
        ...(schema ? [`set local search_path to ${quoteName(schema)}`] : []),
      ].join('; '),
    )
    const result = await work()
    await client.unsafe('commit')
    return result
  } catch (error) {
    await client.end({ timeout: 0 })
    throw error
  }
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function tlsOf({ host, tls, tlsFiles }: PostgresAddress) {
  if (tls === 'disable' || host.startsWith('/')) return false
  const files = Object.fromEntries(Object.entries(tlsFiles).map(([name, file]) => [name, readFileSync(file)]))
  // Throws here, where it is caught, if a file is not in PEM.
  createSecureContext(files)
  // As libpq does: a certificate authority that is named is also used.
  const mode = tls === 'require' && tlsFiles.ca ? 'verify-ca' : tls
  if (Object.keys(files).length === 0 && (mode === 'prefer' || mode === 'require')) return mode
  return {
    ...files,
    host,
    // RFC 6066: an IP address is no server name.
    ...(isIP(host) ? {} : { servername: host }),
    rejectUnauthorized: mode.startsWith('verify'),
    ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
  }
}
