/**
 * The demo checks no signatures, so it answers this machine only. That it listens on the loopback address is not enough: a
 * proxy on the same machine passes on what others ask, and a page elsewhere may have its name lead here (DNS rebinding).
 *
 * @example
 * if (settings.authTokens.length === 0) app.use(loopbackOnly)
 */
import type { MiddlewareHandler } from 'hono'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
/** What proxies and content networks add to a request, by the beginnings of its names. */
const PROXY_HEADER =
  /^(x-forwarded|forwarded|via$|x-real-ip|x-client-ip|x-cluster-client|x-original-|x-envoy-|x-amz|x-azure-|x-appengine-|x-vercel-|true-client-ip|cf-|cdn-loop|fastly-|fly-|ngrok-)/

export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const isLocal = LOOPBACK.includes(new URL(c.req.url).hostname)
  const isPassedOn = Object.keys(c.req.header()).some((name) => PROXY_HEADER.test(name))
  if (isLocal && !isPassedOn) return next()
  return c.text('This is a demo, for its own machine only: set TWILIO_AUTH_TOKEN to open it to others.', 403)
}
