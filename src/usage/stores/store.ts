/** Where counts are kept: the port that every database behind the usage log fills. */
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

/** A mark, and whether it is to be on the stop list. */
export type StopChange = readonly [mark: string, stopped: boolean]

export interface Store {
  /**
   * Adds to the counters, all or none of them. Rejects where it is not known that they were added; the same batch may
   * then be tried again, and is counted once, for a day.
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

/** Hours for which a written batch is remembered. */
export const BATCH_HOURS = 24

/** As many as D1 takes values in a statement. */
export const MARKS_A_STATEMENT = 100
