/**
 * Today's switches from and to the row of the database.
 *
 * @example
 * const known = await readToday(store)
 * await saveToday(store, known, { ...known.today, off: ['bone'] }, Date.now()) // null where somebody else was first
 */
import { z } from 'zod'
import { asciiJson } from '../authored/ascii-json.ts'
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

/** ECMA-262, "Time Values and Time Range": no date is further from 1970. */
const LAST_TIME = 8.64e15
const knownSchema = z.object({
  version: z.int(),
  changedAt: z.int().min(-LAST_TIME).max(LAST_TIME),
  today: todaySchema,
})

const UNREADABLE =
  'A newer program has written switches of today that this one cannot read, or somebody has changed them in the database: `npm run operate -- clear` begins anew'

/** Rejects with a sentence where they cannot be read. */
export async function readToday(store: Pick<TodayStore, 'readToday'>): Promise<KnownToday> {
  const row = await store.readToday()
  if (!row) return NOTHING_CHANGED
  const { data } = knownSchema.safeParse({ ...row, today: parseJson(row.switches) })
  if (!data) throw new Error(UNREADABLE)
  return data
}

/** Sets everything back to as usual, also where the row cannot be read. */
export async function clearToday(store: TodayStore, changedAt: number): Promise<KnownToday | null> {
  const row = await store.readToday()
  return saveToday(store, { version: row?.version ?? 0 }, AS_USUAL, changedAt)
}

/** The switches as they are saved; null where somebody has changed them since `before` was read. */
export async function saveToday(
  store: Pick<TodayStore, 'writeToday'>,
  before: Pick<KnownToday, 'version'>,
  today: Today,
  changedAt: number,
): Promise<KnownToday | null> {
  const version = before.version + 1
  // A database may have been made with an encoding that lacks letters of an announcement.
  const isWritten = await store.writeToday({ version, changedAt, switches: asciiJson(today) })
  return isWritten ? { version, changedAt, today } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
