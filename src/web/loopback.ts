/**
 * The demo checks no signatures, so it answers this machine only. That it listens on the loopback address is not enough: a
 * proxy on the same machine passes on what others ask, and a page elsewhere may have its name lead here (DNS rebinding).
 *
 * @example
 * if (settings.authTokens.length === 0) app.use(loopbackOnly)
 */
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

interface DemoEnv {
  /** On Node, the request as it came. */
  readonly Bindings: { readonly incoming?: { readonly httpVersion: string } }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
/** What proxies and content networks add to a request, by the beginnings of its names. */
const PROXY_HEADER =
  /^(x-forwarded|forwarded|via$|x-real-ip|x-client-ip|x-cluster-client|x-original-|x-envoy-|x-amz|x-azure-|x-appengine-|x-vercel-|true-client-ip|cf-|cdn-loop|fastly-|fly-|ngrok-)/

/** By which nginx asks where it is not told otherwise; it then adds no header, and calls us by the name we listen on. */
const PROXY_HTTP = '1.0'
/** `wrangler dev` adds it on the machine itself, without a proxy. */
const WRANGLER = { name: 'cf-connecting-ip', values: ['127.0.0.1', '::1'] }

export const loopbackOnly: MiddlewareHandler<DemoEnv> = async (c, next) => {
  const isLocal = LOOPBACK.includes(new URL(c.req.url).hostname)
  if (isLocal && !isFromOutside(c.req.header()) && c.env?.incoming?.httpVersion !== PROXY_HTTP) return next()
  const res = c.text(
    'This is a demo, for its own machine only: set TWILIO_AUTH_TOKEN to open it to others.',
    403,
  )
  throw new HTTPException(403, { res })
}

/** A signature of Twilio comes from outside, through whichever proxy; the phone in the browser sends an empty one. */
function isFromOutside({ 'x-twilio-signature': signature, ...headers }: Record<string, string>): boolean {
  const isAdded = ([name, value]: readonly [string, string]) =>
    PROXY_HEADER.test(name) && !(name === WRANGLER.name && WRANGLER.values.includes(value))
  return Boolean(signature) || Object.entries(headers).some(isAdded)
}
