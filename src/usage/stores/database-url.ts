/**
 * Reads DATABASE_URL, so that an address which cannot work is refused at start, in a sentence.
 *
 * @example
 * readDatabaseUrl('file:plainline.db') // { ok: true, value: { kind: 'file', path: 'plainline.db' } }
 * readDatabaseUrl('postgres://plainline:50%@db.example.org/plainline') // … write % as %25 …
 */
import type { Result } from '../../authored/result.ts'
import { isEncoded, type PostgresAddress, readPostgresUrl } from './postgres-url.ts'

type DatabaseUrl =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'libsql' }
  | { readonly kind: 'postgres'; readonly address: PostgresAddress }

const UNKNOWN = 'DATABASE_URL must begin with file:, libsql:// or postgres://.'
const NO_FILE =
  'DATABASE_URL must name a file, such as file:plainline.db or file:///data/plainline.db, not a folder or memory.'
const NO_HOME =
  'DATABASE_URL must name the folder in full in place of ~, such as file:///home/plainline/plainline.db.'
const AFTER_FILE =
  'DATABASE_URL must end with the name of the file; in a name write % as %25, # as %23 and ? as %3F.'
const NO_HOST =
  'DATABASE_URL must be like libsql://name.example.org?authToken=…; in the token write % as %25 and # as %23.'

export function readDatabaseUrl(url: string): Result<DatabaseUrl> {
  if (/^postgres(ql)?:\/\//i.test(url)) {
    const address = readPostgresUrl(url)
    return address.ok ? { ok: true, value: { kind: 'postgres', address: address.value } } : address
  }
  if (/^file:/i.test(url)) return readFileUrl(url)
  if (!/^libsql:\/\//i.test(url)) return refuse(UNKNOWN)
  return URL.canParse(url) && new URL(url).host && isEncoded(url) && !url.includes('#')
    ? { ok: true, value: { kind: 'libsql' } }
    : refuse(NO_HOST)
}

/** libSQL takes `file:name`, `file:/folder/name`, `file:///folder/name` and `file://localhost/folder/name`. */
function readFileUrl(url: string): Result<DatabaseUrl> {
  const [, host = '', path = '', after = ''] = /^file:(?:\/\/([^/?#]*))?([^?#]*)(.*)$/is.exec(url) ?? []
  // Only a shell writes out the home folder.
  if (path.startsWith('~/')) return refuse(NO_HOME)
  // The driver panics at a name with NUL.
  if (after || !isEncoded(path) || path.includes('%00')) return refuse(AFTER_FILE)
  if (!/^(localhost)?$/i.test(host) || path === '' || path.endsWith('/') || path === ':memory:')
    return refuse(NO_FILE)
  return { ok: true, value: { kind: 'file', path: decodeURIComponent(path) } }
}

function refuse(problem: string) {
  return { ok: false as const, problems: [problem] }
}
