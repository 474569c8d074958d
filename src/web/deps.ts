/** What the server is built from; each entry (node.ts, worker.ts) makes it once. */
import type { MiddlewareHandler } from 'hono'
import type { TwilioSettings, WebhookDeps } from '../twilio/webhook-env.ts'
import type { Asset } from './assets.ts'
import type { OnRequest } from './request-log.ts'

export interface Deps extends Omit<WebhookDeps, 'texts'> {
  readonly settings: WebSettings
  /** Style sheets and scripts, as the build made them. */
  readonly assets: readonly Asset[]
  /** Compresses pages; none where the runtime does it by itself. */
  readonly compress?: MiddlewareHandler
  /** Called after each request; none where the runtime keeps a log of its own. */
  readonly onRequest?: OnRequest
  /** Figures in Prometheus' text format; none where every copy of the server would have its own. */
  readonly metrics?: () => Promise<string>
  /** Whether the server answers for a few seconds more; none where the runtime ends it unseen. */
  readonly isEnding?: () => boolean
}

export interface WebSettings extends TwilioSettings {
  /** Asked for before `/usage`, `/phone` and `/metrics`; null leaves them off, but open in the demo. */
  readonly usagePassword: string | null
}
