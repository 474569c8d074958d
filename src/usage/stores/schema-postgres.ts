/** The same tables as schema-sqlite.ts, for PostgreSQL. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const counters = pgTable(
  'counters',
  {
    /** Hours since 1970-01-01T00:00Z. */
    hour: integer().notNull(),
    channel: text().notNull(),
    locale: text().notNull(),
    event: text().notNull(),
    subject: text().notNull(),
    count: integer().notNull(),
  },
  ({ hour, channel, locale, event, subject }) => [
    primaryKey({ columns: [hour, channel, locale, event, subject] }),
  ],
)

export const stops = pgTable('stops', { mark: text().primaryKey() })

/** Batches that were written, so that one whose answer was lost on the way is not counted twice. */
export const batches = pgTable('batches', { id: text().primaryKey(), hour: integer().notNull() })
