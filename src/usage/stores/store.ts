/**
 * The port that each database fills, and what its callers do with one that hangs or fails.
 *
 * @example
 * await withTimeout(store.add({ id: randomUUID(), counters })).catch((error) => log.warn(rootCauseMessage(error)))
 */
import type { Channel } from '../../line/event.ts'
import type { TallyEvent } from '../../line/tally.ts'

/** One counter: what was counted in one hour, and how often. */
export interface Counter {
  /** Hours since 1970-01-01T00:00Z. */
  readonly hour: number
  readonly channel: Channel
  readonly locale: string
  readonly event: TallyEvent
  readonly subject: string
  readonly count: number
}

/** Counters that are written together, under an id of their own. */
export interface Batch {
  readonly id: string
  readonly counters: readonly Counter[]
}

/** A mark (stop-list.ts), whether it is to be on the stop list, and when the person asked for it, in milliseconds since 1970. */
export type StopChange = readonly [mark: string, stopped: boolean, at: number]

/** A mark on the stop list, and when the person asked for it. */
type Stop = readonly [mark: string, at: number]

/** Today's switches as a database keeps them. */
export interface TodayRow {
  /** Counts the changes, from 1. */
  readonly version: number
  /** Milliseconds since 1970. */
  readonly changedAt: number
  /** JSON (flow/today.ts). */
  readonly switches: string
}

/** The part of a store that keeps today's switches. */
export interface TodayStore {
  /** Null where nobody has changed any. */
  readToday(): Promise<TodayRow | null>
  /** Replaces the row, if its version is the one before this; otherwise gives false: somebody else was first. */
  writeToday(row: TodayRow): Promise<boolean>
}

export interface Store extends TodayStore {
  /**
   * Adds all counters or none. After a rejection nobody knows whether they were added; the same batch may then be tried
   * again, and is counted once, for `BATCH_HOURS`.
   */
  add(batch: Batch): Promise<void>
  /** All counters of the hours from `from` up to, not including, `to`. */
  read(from: number, to: number): Promise<readonly Counter[]>
  /** Puts marks on the stop list, or takes them off, unless the person has asked for the opposite since. */
  setStopped(changes: readonly StopChange[]): Promise<void>
  /** The stop list. */
  stopped(): Promise<readonly Stop[]>
  /** Rejects if the database cannot be written. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * For how many hours, by the clock of the database, a store remembers the ids of the batches that it has written: counts of a server
 * that was down over a weekend may come back. Never by the clock of a server: one that is days ahead would make it forget all ids.
 */
export const BATCH_HOURS = 7 * 24

/** More is no count: a row that somebody has changed by hand. PostgreSQL's integer ends here too. */
export const MOST_COUNT = 2 ** 31 - 1

/**
 * Whether old ids are removed with this batch: one of sixteen, by its random id. It reads the whole table, and D1 has a price for each
 * row that is read.
 */
export function isPruning({ id }: Batch): boolean {
  return id.startsWith('0')
}

/** The id of the only row of today's switches. */
export const TODAY_ID = 1

/** A mark has two values in a statement, and D1 takes a hundred. */
export const MARKS_PER_STATEMENT = 50

/** A slow database gets the time it needs: a batch is four statements in PostgreSQL. */
const TIMEOUT_MS = 30_000

/** Rejects after the timeout. A database behind a cut cable never answers, and its connection looks open for 15 minutes. */
export async function withTimeout<T>(result: Promise<T>, timeoutMs: number = TIMEOUT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    const error = new Error(`The database has not answered for ${timeoutMs / 1000} seconds`)
    timer = setTimeout(() => reject(error), timeoutMs)
  })
  return Promise.race([result, timeout]).finally(() => clearTimeout(timer))
}

/**
 * Why a store failed, in the database's own words. Drizzle's error around them must not be logged: it quotes the
 * statement with all its values, and these may be marks of the stop list.
 */
export function rootCauseMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A host of several addresses fails with a list of errors and without a message of its own.
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause
  return cause instanceof Error ? rootCauseMessage(cause) : error.message || error.name
}

/** The items in lists of at most `size`, for databases that take a limited number of values in a statement. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
