/**
 * The body of a webhook: small, and on Node read before the app is asked. There, to wait for a stream inside the app costs
 * more than to verify the form: 5 of 38 microseconds of the least that a webhook takes (docs/performance.md).
 *
 * @example
 * createServer(readFirst(getRequestListener(app.fetch)))
 * const body = readBody(c) // a string at once where it was read first; else a promise of it, or of a refusal
 */
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** What @hono/node-server hands to the app, which finds a body there as on Google Cloud Functions. */
interface NodeEnv {
  readonly incoming?: { readonly rawBody?: Buffer }
}

/** In bytes. Twilio's own forms are under 4 KB. */
const LARGEST_BODY = 64 * 1024

const limited = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: (c) => c.text('The form is too large: 64 KB is the most.', 413),
})

/** What has no length, or is too long, goes to the app unread, for `readBody` to refuse. */
export function readFirst(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const length = Number(incoming.headers['content-length'])
    if (!(length > 0 && length <= LARGEST_BODY)) return listener(incoming, outgoing)
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Who goes away before the end is not answered: their connection is closed.
    incoming.on('end', () => {
      const whole: IncomingMessage & { rawBody?: Buffer } = incoming
      whole.rawBody = Buffer.concat(chunks)
      listener(whole, outgoing)
    })
  }
}

export function readBody(c: Context): string | Promise<string | Response> {
  const read = (c.env as NodeEnv | undefined)?.incoming?.rawBody
  if (read) return read.toString()
  // To look whether there is a body, as `bodyLimit` does, takes longer than to verify and answer a form of Twilio's.
  return tellsItsLength(c) ? c.req.text() : readLimited(c)
}

/** As Twilio's forms do; the runtime reads no more than what was told, and refuses who tells it in two ways. */
function tellsItsLength(c: Context): boolean {
  return Number(c.req.header('content-length')) <= LARGEST_BODY
}

async function readLimited(c: Context): Promise<string | Response> {
  let body = ''
  const refused = await limited(c, async () => {
    body = await c.req.text()
  })
  return refused ?? body
}
