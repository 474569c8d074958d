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

/** Node's codes for a certificate that does not pass (Node documentation, "X509 certificate error codes"). */
const BAD_CERTIFICATE = /CERT|LEAF_SIGNATURE/

/** What is none of these stays as it is. */
export function explainPostgres(error: unknown, address: Pick<PostgresAddress, 'host' | 'tls'>): unknown {
  if (!(error instanceof Error)) return error
  const sentence = sentenceFor(rootCauseMessage(error), 'code' in error ? String(error.code) : '', address)
  return sentence ? new Error(sentence) : error
}

function sentenceFor(
  message: string,
  code: string,
  { host, tls }: Pick<PostgresAddress, 'host' | 'tls'>,
): string | undefined {
  // Node's words where the other side closes instead of a handshake, as PostgreSQL does where it has no certificate.
  if (tls !== 'disable' && /before secure TLS connection/.test(message))
    return `The database at ${host} takes no encrypted connections, and DATABASE_URL asks for them: give it a certificate, or write sslmode=prefer`
  if (tls.startsWith('verify') && BAD_CERTIFICATE.test(code))
    return `The certificate of the database does not pass (${message}): in DATABASE_URL name its authority, as sslrootcert=/path/ca.pem, and the host as the certificate has it`
  // As in PostgreSQL 15 and later, where only its owner may create tables in the schema public.
  if (code === INSUFFICIENT_PRIVILEGE && message.includes(' schema '))
    return `${message}: grant the user of DATABASE_URL to create tables in it, or name another schema there, such as ?schema=plainline`
  if (code === INVALID_SCHEMA_NAME)
    return 'The database has no schema for the tables: name one in DATABASE_URL, such as ?schema=plainline'
  return undefined
}
