/**
 * Brings a PostgreSQL database up to date. Drizzle's own migrator needs a schema of its own, and so the right to create one.
 *
 * @example
 * await transact(client, address, () => migratePostgres(client, 'drizzle/postgres', options))
 */
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type postgres from 'postgres'
import { refuseNewer } from './migrations.ts'
import { quoteName } from './postgres-client.ts'
import type { PostgresAddress } from './postgres-url.ts'

/** An arbitrary number, the same for every server: the server that holds this lock migrates, and the others wait. */
const LOCK = 7_224_462
/** The tables of version 0.1, which kept no list of migrations here, with their columns in the order of the alphabet. */
const FIRST_TABLES: Readonly<Record<string, string>> = {
  batches: 'hour id',
  counters: 'channel count event hour locale subject',
  stops: 'mark',
}
/** Other programs have tables of these names too. */
const NAMES = [...Object.keys(FIRST_TABLES), 'today']

/** Within a transaction. The lock is one of the transaction, because PgBouncer may give the next one to another connection. */
export async function migratePostgres(
  client: postgres.Sql,
  migrationsFolder: string,
  { schema, mayBeNewer }: Pick<PostgresAddress, 'schema'> & { readonly mayBeNewer: boolean },
): Promise<void> {
  await client`select pg_advisory_xact_lock(${LOCK})`
  if (schema && !(await exists(client, 'select to_regnamespace(quote_ident($1)) as found', schema)))
    await client.unsafe(`create schema ${quoteName(schema)}`)
  if (!(await tableExists(client, 'plainline_migrations')))
    await client.unsafe('create table plainline_migrations (hash text primary key)')
  const rows = await client<{ hash: string }[]>`select hash from plainline_migrations`
  const applied = new Set(rows.map(({ hash }) => hash))
  if (!mayBeNewer) await refuseNewer(migrationsFolder, async () => rows)
  const [first, ...later] = readMigrationFiles({ migrationsFolder })
  // Version 0.1 kept its list of migrations, which had one entry, in a schema of Drizzle's.
  const isOlder = applied.size === 0 && (await isFirstVersion(client))
  const missing = [...(first && !isOlder ? [first] : []), ...later].filter(({ hash }) => !applied.has(hash))
  for (const { sql } of missing) for (const statement of sql) await client.unsafe(statement)
  for (const { hash } of isOlder && first ? [first, ...missing] : missing)
    await client`insert into plainline_migrations values (${hash})`
}

/** Rejects with a sentence for the operator where a table is one of another program. */
async function isFirstVersion(client: postgres.Sql): Promise<boolean> {
  const found = await client<{ name: string; columns: string }[]>`
    select relname as name, string_agg(attname, ' ' order by attname) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = (select oid from pg_namespace where nspname = current_schema())
      and relname = any(string_to_array(${NAMES.join()}, ','))
      and attnum > 0 and not attisdropped
    group by 1 order by 1`
  const other = found.find(({ name, columns }) => FIRST_TABLES[name] !== columns)
  if (other)
    throw new Error(
      `Another program has a table ${other.name} in the same schema: name a schema for the line in DATABASE_URL, such as ?schema=plainline`,
    )
  return found.length > 0
}

function tableExists(client: postgres.Sql, table: string): Promise<boolean> {
  return exists(client, "select to_regclass(quote_ident(current_schema()) || '.' || $1) as found", table)
}

async function exists(client: postgres.Sql, query: string, name: string): Promise<boolean> {
  const [row] = await client.unsafe<{ found: unknown }[]>(query, [name])
  return Boolean(row?.found)
}
