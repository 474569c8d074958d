/**
 * Today's switches from and to the row of the database.
 *
 * @example
 * const known = await readToday(store)
 * await saveToday(store, known, { ...known.today, off: ['bone'] }, Date.now()) // null where somebody else was first
 */
import { AS_USUAL, type Today, todaySchema } from '../flow/today.ts'
import type { TodayStore } from '../usage/stores/store.ts'

export interface KnownToday {
  /** Counts the changes; 0 where nobody has changed any. */
  readonly version: number
  /** Milliseconds since 1970. */
  readonly changedAt: number
  readonly today: Today
}

export const NOTHING_CHANGED: KnownToday = { version: 0, changedAt: 0, today: AS_USUAL }

const UNREADABLE = 'A newer program has written switches of today that this one cannot read'

/** Rejects with a sentence where a newer program has written them. */
export async function readToday(store: Pick<TodayStore, 'readToday'>): Promise<KnownToday> {
  const row = await store.readToday()
  if (!row) return NOTHING_CHANGED
  const { data } = todaySchema.safeParse(parseJson(row.switches))
  if (!data) throw new Error(UNREADABLE)
  return { version: row.version, changedAt: row.changedAt, today: data }
}

/** What then stands; null where somebody has changed them since `before` was read. */
export async function saveToday(
  store: Pick<TodayStore, 'writeToday'>,
  before: Pick<KnownToday, 'version'>,
  today: Today,
  changedAt: number,
): Promise<KnownToday | null> {
  const version = before.version + 1
  const isWritten = await store.writeToday({ version, changedAt, switches: JSON.stringify(today) })
  return isWritten ? { version, changedAt, today } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
