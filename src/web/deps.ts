/** The dependencies of the server; each entry (node.ts, worker.ts) makes them once. */
import type { MiddlewareHandler } from 'hono'
import type { Files } from '../authored/files.ts'
import type { Result } from '../authored/result.ts'
import type { Diagnosis } from '../doctor/finding.ts'
import type { Line } from '../line/line.ts'
import type { ReviewRows } from '../locale/review.ts'
import type { Language } from '../review/language.ts'
import type { TodayChange } from '../today/keeper.ts'
import type { TwilioSettings, WebhookDeps } from '../twilio/webhook-env.ts'
import type { TodayStore } from '../usage/stores/store.ts'
import type { Asset } from './assets.ts'
import type { OnRequest } from './request-log.ts'
import type { Compress } from './response-cache.ts'

export interface Deps extends Omit<WebhookDeps, 'texts'> {
  readonly settings: WebSettings
  /** Style sheets and scripts, as the build made them. */
  readonly assets: readonly Asset[]
  /** Compresses pages; none where the runtime does it by itself. */
  readonly compress?: Compress
  /** Makes pages wait for calls; none where other copies of the server answer what comes at the same time. */
  readonly pagesWait?: MiddlewareHandler
  /** The same for searches, each of which takes as long as a hundred pages. */
  readonly searchesWait?: MiddlewareHandler
  /** Where today's switches are kept; without it there are none, and no `/operate`. */
  readonly today?: TodayDeps
  /** The line without today's switches, where it is told with some (serving.ts). */
  readonly lineAsUsual?: Line
  /** A clip of the folder `recordings/`, for the demo; none where there is no file system. */
  readonly loadClip?: (locale: string, file: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Called after each request; none where the runtime keeps a log of its own. */
  readonly onRequest?: OnRequest
  /** Figures in Prometheus' text format; none where every copy of the server would have its own. */
  readonly metrics?: () => Promise<string>
  /** Whether the server answers for a few seconds more; none where the runtime ends it unseen. */
  readonly isEnding?: () => boolean
  /** What the doctor finds, for `/doctor`; none where there is no file system. */
  readonly examine?: () => Promise<readonly Diagnosis[]>
  /**
   * Compiles the files and puts their line in place, for `/operate`, and gives the warnings about own files, or says what is wrong with
   * them; none where there is no file system.
   */
  readonly reload?: () => Promise<Result<readonly string[]>>
  /** Why the last reload was refused; empty where it was not. */
  readonly faults?: () => readonly string[]
  /** The authored files, for `/review`; none where the runtime has none. */
  readonly review?: ReviewFiles
}

export interface ReviewFiles {
  readonly read: () => Promise<Files>
  /** Writes `review.csv` of a language; none where the page gives it to the reviewer to send back. */
  readonly write?: (language: Language, rows: ReviewRows) => Promise<void>
}

export interface TodayDeps {
  readonly store: TodayStore
  /** Called when they have changed, on this server or another. */
  readonly onChange?: (change: TodayChange) => void
  /** Called once for each new message, with a sentence for the operator. */
  readonly onError?: (message: string) => void
}

/** Log messages: today's switches have changed, or cannot be read. */
export const TODAY_CHANGED = "Today's switches have changed"
export const TODAY_UNREAD = "Today's switches cannot be read; those known last stand"

/** Log message at the ceiling of texts. */
export const CEILING_MET =
  'The line has sent its most texts for an hour or a day (`replies` in flows/line.yaml). People are told to wait; cries for help are answered. See docs/operations.md, "What it may cost"'

export interface WebSettings extends TwilioSettings {
  /** Asked for before `/usage`, `/operate` and `/phone`; null leaves them off, but open in the demo. */
  readonly usagePassword: string | null
  /** Asked for before `/metrics`, as a bearer token; without it, `/metrics` asks for the password. */
  readonly metricsToken?: string | null
}
