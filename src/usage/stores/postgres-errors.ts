/**
 * Errors of PostgreSQL that a setting can mend, in a sentence that names it. The driver's own say nothing of settings.
 *
 * @example
 * throw explainPostgres(error, address) // Error: The database at db.example.org takes no encrypted connections, and …
 */
import type { PostgresAddress } from './postgres-url.ts'
import { rootCauseMessage } from './store.ts'

/** PostgreSQL documentation, appendix A, "PostgreSQL Error Codes". */
const INVALID_SCHEMA_NAME = '3F000'
const INSUFFICIENT_PRIVILEGE = '42501'

/** What is none of these stays as it is. */
export function explainPostgres(
  error: unknown,
  { host, tls }: Pick<PostgresAddress, 'host' | 'tls'>,
): unknown {
  const sentence = sentenceFor(error, host, tls)
  return sentence ? new Error(sentence) : error
}

function sentenceFor(error: unknown, host: string, tls: PostgresAddress['tls']): string | undefined {
  // Node's words where the other side closes instead of a handshake, as PostgreSQL does where it has no certificate.
  if (tls !== 'disable' && /before secure TLS connection/.test(rootCauseMessage(error)))
    return `The database at ${host} takes no encrypted connections, and DATABASE_URL asks for them: give it a certificate, or write sslmode=prefer`
  const message = rootCauseMessage(error)
  const code = error instanceof Error && 'code' in error ? error.code : ''
  // As in PostgreSQL 15 and later, where only its owner may create tables in the schema public.
  if (code === INSUFFICIENT_PRIVILEGE && message.includes(' schema '))
    return `${message}: grant the user of DATABASE_URL to create tables in it, or name another schema there, such as ?schema=plainline`
  if (code === INVALID_SCHEMA_NAME)
    return 'The database has no schema for the tables: name one in DATABASE_URL, such as ?schema=plainline'
  return undefined
}
