/**
 * All webhooks of the line, in a table that each runtime serves in its own way (on-hono.ts, on-node.ts).
 *
 * @example
 * const app = createApp(deps, createWebhooks(deps))
 */
import { textsOf } from '../line/line.ts'
import { createSafeRecorder } from '../usage/safe-recorder.ts'
import type { Deps } from './deps.ts'
import { createReceiver, type Webhooks } from './receive.ts'
import { smsWebhooks } from './sms.ts'
import { voiceWebhooks } from './voice.ts'

export function createWebhooks(given: Deps): Webhooks {
  const deps = { ...given, usage: createSafeRecorder(given.usage, given.logError) }
  const texts = textsOf(deps.line)
  const receive = createReceiver(deps)
  return { ...voiceWebhooks(deps, texts, receive), ...smsWebhooks(deps, texts, receive) }
}
