/**
 * The webhooks of the small line, without a server, a store or signatures: what Twilio gets, and what is counted.
 *
 * @example
 * const line = startWebhooks()
 * const xml = await line.post('/voice', { From: CALLER })
 */
import { type Line, textsOf } from '../../src/line/line.ts'
import { createReplyLimiter } from '../../src/sms/reply-limit.ts'
import type { WebhookDeps } from '../../src/twilio/webhook-env.ts'
import { webhookRoutes } from '../../src/web/webhook-routes.ts'
import { fixtureLine } from './fixture.ts'

export const CALLER = '+15555550111'
export const CALLED = '+15555550100'

export interface FixtureWebhooks {
  /** Of the last request: the answer as it came. */
  readonly response: () => Response
  /** What was counted, such as `voice en open bone`. */
  readonly counted: string[]
  /** Marks of numbers, and whether they ask to be texted no more. */
  readonly stops: (readonly [mark: string, stopped: boolean])[]
  readonly errors: (readonly [error: unknown, about: string])[]
  /** The document that Twilio gets. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<string>
  /** Moves the clock, which stands still otherwise. */
  pass(minutes: number): void
}

export function startWebhooks(
  line: Line = fixtureLine,
  usage: Partial<WebhookDeps['usage']> = {},
  settings: WebhookDeps['settings'] = { publicUrl: null, authTokens: [], secret: 'a secret of a test' },
  more: Pick<WebhookDeps, 'onHeldBack' | 'onCeiling'> = {},
): FixtureWebhooks {
  const counted: string[] = []
  const stops: (readonly [string, boolean])[] = []
  const errors: (readonly [unknown, string])[] = []
  // A Sunday night: nobody of the line can be called.
  let time = Date.parse('2026-11-22T03:00:00Z')
  let last = new Response()
  const deps: WebhookDeps = {
    line,
    texts: textsOf(line),
    usage: {
      count: (channel, locale, tallies) => {
        for (const { event, subject } of tallies)
          counted.push(`${channel} ${locale} ${event} ${subject}`.trim())
      },
      setStopped: (mark, stopped) => stops.push([mark, stopped]),
      isStopped: (mark) => stops.findLast(([each]) => each === mark)?.[1] ?? false,
      read: async () => [],
      check: async () => null,
      ...usage,
    },
    settings,
    now: () => new Date(time),
    logError: (error, about) => errors.push([error, about]),
    ...more,
  }
  const app = webhookRoutes(
    deps,
    createReplyLimiter(() => time),
  )
  return {
    response: () => last,
    counted,
    stops,
    errors,
    async post(path, form, headers = {}) {
      last = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(form) })
      return last.clone().text()
    },
    pass: (minutes) => {
      time += minutes * 60_000
    },
  }
}
