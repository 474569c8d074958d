/**
 * Webhooks as Node's own HTTP server brings them. `Request`, `Response` and a router between the two take a third of the
 * least that a webhook costs (docs/performance.md): so what comes plainly, as Twilio sends it, is answered here, and all
 * else goes to the app, which has the same webhooks (on-hono.ts).
 *
 * @example
 * createServer(onNode(webhooks, getRequestListener(app.fetch), logError))
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { LARGEST_BODY, type RequestHeaders } from '../twilio/webhook.ts'
import type { Outgoing } from './answer.ts'
import type { Deps } from './deps.ts'
import type { Webhooks } from './receive.ts'
import { createRounds } from './rounds.ts'

/** Neither a query, nor what would be read in two ways: `//`, `..`, `%2f`, a slash at the end. */
const PLAIN_PATH = /^(?:\/[\w-]+)+$/

export function onNode(
  webhooks: Webhooks,
  others: RequestListener,
  logError: Deps['logError'],
): RequestListener {
  const routes = new Map(Object.entries(webhooks))
  const wide = [...routes].flatMap(([route, receive]) =>
    route.endsWith('/*') ? [{ beginning: route.slice(0, -1), receive }] : [],
  )
  const find = (path: string) =>
    routes.get(path) ?? wide.find(({ beginning }) => path.startsWith(beginning))?.receive
  const inRounds = createRounds()
  return (incoming, outgoing) => {
    const { method, url = '' } = incoming
    const receive = method === 'POST' && isShort(incoming) && PLAIN_PATH.test(url) ? find(url) : undefined
    if (!receive) return others(incoming, outgoing)
    readForm(incoming, (body) =>
      inRounds({
        step() {
          const headers = incoming.headers as RequestHeaders
          const reply = receive({ target: url, headers, body })
          return () => {
            const answer = reply()
            return () => send(answer, outgoing)
          }
        },
        fail(error) {
          logError(error, 'a webhook')
          if (outgoing.headersSent) outgoing.destroy()
          else outgoing.writeHead(500).end()
        },
      }),
    )
  }
}

/** What has no length, or is too long, is for others to refuse. */
function isShort({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'])
  return length > 0 && length <= LARGEST_BODY
}

function readForm(incoming: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  // Who goes away before the end is not answered: their connection is closed.
  incoming.on('end', () => {
    const [first, ...more] = chunks
    then((first && more.length === 0 ? first : Buffer.concat(chunks)).toString())
  })
}

function send({ status, headers, body }: Outgoing, to: ServerResponse): undefined {
  to.writeHead(status, headers).end(body)
}
