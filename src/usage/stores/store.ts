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

/** A mark (stop-list.ts), and whether it is to be on the stop list. */
export type StopChange = readonly [mark: string, stopped: boolean]

export interface Store {
  /**
   * Adds all counters or none. After a rejection nobody knows whether they were added; the same batch may then be tried
   * again, and is counted once, for `BATCH_HOURS`.
   */
  add(batch: Batch): Promise<void>
  /** All counters of the hours from `from` up to, not including, `to`. */
  read(from: number, to: number): Promise<readonly Counter[]>
  /** Puts marks on the stop list, or takes them off. */
  setStopped(changes: readonly StopChange[]): Promise<void>
  /** All marks on the stop list. */
  stopped(): Promise<readonly string[]>
  close(): Promise<void>
}

/** For how many hours a store remembers the ids of the batches it has written. */
export const BATCH_HOURS = 24

/** D1 takes this many values in one statement, fewer than the others. */
export const MARKS_PER_STATEMENT = 100

/** A slow database gets the time it needs: a batch is five statements in PostgreSQL. */
const TIMEOUT_MS = 30_000

/** Rejects after 30 seconds. A database behind a cut cable never answers, and its connection looks open for 15 minutes. */
export async function withTimeout<T>(result: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    const error = new Error(`The database has not answered for ${TIMEOUT_MS / 1000} seconds`)
    timer = setTimeout(() => reject(error), TIMEOUT_MS)
  })
  return Promise.race([result, timeout]).finally(() => clearTimeout(timer))
}

/**
 * Why a store failed, in the database's own words. Drizzle's error around them must not be logged: it quotes the
 * statement with all its values, and these may be marks of the stop list.
 */
export function rootCauseMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? rootCauseMessage(error.cause) : error.message
}

/** The items in lists of at most `size`, for databases that take a limited number of values in a statement. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
