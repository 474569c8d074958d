/** What the server is built from; an entry makes it, once for each runtime. */
import type { MiddlewareHandler } from 'hono'
import type { Line } from '../line/line.ts'
import type { UsageRecorder } from '../usage/recorder.ts'
import type { Asset } from './assets.ts'
import type { OnRequest } from './request-log.ts'

export interface Deps {
  readonly line: Line
  readonly usage: UsageRecorder
  readonly settings: WebSettings
  /** Style sheets and scripts, as the build made them. */
  readonly assets: readonly Asset[]
  /** Compresses pages; none where the runtime does it by itself. */
  readonly compress?: MiddlewareHandler
  /** The time now. */
  readonly now: () => Date
  /** Logs a problem for the operator, with the id of the request where it is known. Never given a number, a name or a message. */
  readonly logError: (error: unknown, about: string, requestId?: string) => void
  /** Told of every request; none where the runtime keeps a log of its own. */
  readonly onRequest?: OnRequest
  /** Figures in Prometheus' text format; none where every copy of the server would have its own. */
  readonly metrics?: () => Promise<string>
}

export interface WebSettings {
  /** The address that Twilio calls; null in the demo. */
  readonly publicUrl: string | null
  /** Tokens that may sign webhooks; none in the demo, where nothing is checked. */
  readonly authTokens: readonly string[]
  readonly secret: string
  /** Asked for before `/usage`, `/phone` and `/metrics`; null leaves them off, but open in the demo. */
  readonly usagePassword: string | null
}

/** The path under which the outside reaches this server: empty, or such as `/line`. */
export function basePath({ publicUrl }: WebSettings): string {
  return publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, '') : ''
}
