/** What the server is built from; an entry makes it, once for each runtime. */
import type { Line } from '../line/line.ts'
import type { Counting } from '../usage/log.ts'

export interface Deps {
  readonly line: Line
  readonly usage: Counting
  readonly settings: WebSettings
  /** The time now. */
  readonly now: () => Date
  /** Logs a problem for the operator. Never given a number, a name or a message. */
  readonly logError: (error: unknown, about: string) => void
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
