/**
 * The security headers of every page: what it may load, who may frame it, and what a link tells of it.
 *
 * @example
 * app.get('*', pageHeaders(line, settings))
 */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Line } from '../line/line.ts'
import { basePath } from '../twilio/webhook-env.ts'
import type { WebSettings } from './deps.ts'
import { clipOrigins } from './recordings.ts'

/** A page may load files of this server only; the icons of Pico (the CSS library) are `data:` images. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}
/** Half a year, and for this host only: its subdomains are not ours to speak for. */
const HSTS = 'max-age=15552000'

export function pageHeaders(line: Line, settings: WebSettings): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: { ...CONTENT_SECURITY_POLICY, mediaSrc: ["'self'", ...clipOrigins(line)] },
    // With `no-referrer` browsers send forms of this server without their origin (Fetch, "append a request Origin header").
    referrerPolicy: 'same-origin',
    // Below a path of somebody's host it is not ours to say.
    strictTransportSecurity: basePath(settings) === '' && HSTS,
  })
}
