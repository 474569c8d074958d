/**
 * Transactions on PostgreSQL, one after another over one connection, and over a new one after a failure.
 *
 * @example
 * const { inTransaction, close } = openTransactions(address)
 * await inTransaction(({ database }) => database.select().from(counters))
 */
import { drizzle } from 'drizzle-orm/postgres-js'
import { connectPostgres, transact } from './postgres-client.ts'
import { explainPostgres } from './postgres-errors.ts'
import type { PostgresAddress } from './postgres-url.ts'

const CLOSE_SECONDS = 1

type Connection = ReturnType<typeof connectTo>

export type Database = Connection['database']

/** @throws if a file that the address names cannot be read. */
export function openTransactions(address: PostgresAddress) {
  let connection = connectTo(address)
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTransaction<T>(work: (using: Connection) => Promise<T>): Promise<T> {
      const result = last.then(async () => {
        const using = connection
        return transact(using.client, address, () => work(using)).catch((error: unknown) => {
          if (connection === using) connection = connectTo(address)
          throw explainPostgres(error, address)
        })
      })
      last = result.catch(() => {})
      return result
    },
    close: () => connection.client.end({ timeout: CLOSE_SECONDS }),
  }
}

function connectTo(address: PostgresAddress) {
  const client = connectPostgres(address)
  return { client, database: drizzle(client) }
}
