/**
 * The usage log and the stop list.
 *
 * The usage log: a table of counters. It has no row for a call, a text or a person, so its size depends on hours
 * and topics, not on traffic, and there is nothing in it to leak.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const counters = sqliteTable(
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

/** Numbers that asked us to text no more, as keyed HMACs (stop-list.ts). */
export const stops = sqliteTable('stops', { mark: text().primaryKey() })

/** Batches that were written, so that one whose answer was lost on the way is not counted twice. */
export const batches = sqliteTable('batches', { id: text().primaryKey(), hour: integer().notNull() })
