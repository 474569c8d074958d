/**
 * Pages and files that are the same for everybody: each is rendered once and compressed once in each encoding, so that a
 * flood of requests costs what a constant costs. Keys name a page and a language, or a file; never what a request holds, so
 * that the cache is as large as the site, whatever is asked for.
 *
 * @example
 * const cache = createResponseCache(compress)
 * cache.send(c, 'home es', () => ({ body: '<!doctype html>…', headers: { 'content-type': 'text/html; charset=utf-8' } }))
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'

export interface Content {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
  /** 200 where it is left out. */
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503
}

export type Encoding = (typeof ENCODINGS)[number]

export type Compress = (body: Uint8Array, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>

export type ResponseCache = ReturnType<typeof createResponseCache>

interface Entry {
  readonly content: Content
  readonly body: Uint8Array<ArrayBuffer>
  readonly etag: string
  /** A promise, so that of requests that come together only the first compresses. */
  readonly compressed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

/** The better first. */
const ENCODINGS = ['br', 'gzip'] as const
/** Browsers send under 100 characters of either Accept header; Node takes 16,000, which would cost more than the page. */
const LONGEST_ACCEPT = 500

/** `compress` is left out where the runtime compresses by itself. */
export function createResponseCache(compress?: Compress) {
  const entries = new Map<string, Entry>()

  const respond = (c: Context, { content, body, etag, compressed }: Entry) => {
    const { status = 200, headers } = content
    if (status === 200 && names(c.req.header('if-none-match'), etag))
      return c.body(null, 304, { ...headers, etag })
    const encoding = compress && chooseEncoding(c.req.header('accept-encoding'))
    if (!encoding) return c.body(body, status, { ...headers, etag })
    const bytes = compressed.get(encoding) ?? compress(body, encoding)
    compressed.set(encoding, bytes)
    return bytes.then((some) => c.body(some, status, { ...headers, etag, 'content-encoding': encoding }))
  }

  return {
    /** Sends what `key` stands for, made by the first who asks. */
    send(c: Context, key: string, make: () => Content) {
      const entry = entries.get(key) ?? entryOf(make())
      entries.set(key, entry)
      return respond(c, entry)
    },
    /** Sends what only this request gets. */
    sendUncached: (c: Context, content: Content) => respond(c, entryOf(content)),
  }
}

/** The values of an Accept header with their weights, the most wanted first. */
export function readAccept(header: string | undefined) {
  return parseAccept((header ?? '').slice(0, LONGEST_ACCEPT))
}

function entryOf(content: Content): Entry {
  const hash = createHash('sha256').update(content.body).digest('base64url')
  return {
    content,
    body: typeof content.body === 'string' ? new TextEncoder().encode(content.body) : content.body,
    // Weak: it names the page in every encoding (RFC 9110, section 8.8.1).
    etag: `W/"${hash}"`,
    compressed: new Map(),
  }
}

/** Whether an If-None-Match header names this page. A quote ends a tag, so that no part of another is taken for it. */
function names(header: string | undefined, etag: string): boolean {
  return header !== undefined && (header.trim() === '*' || header.includes(etag.slice(2)))
}

/** None where the client wants none, or one that we do not have: then it gets the page as it is (RFC 9110, section 12.5.3). */
function chooseEncoding(header: string | undefined): Encoding | undefined {
  const wanted = readAccept(header)
  const weightOf = (name: string) => wanted.find(({ type }) => type.toLowerCase() === name)?.q
  const weigh = (encoding: Encoding) => weightOf(encoding) ?? weightOf('*') ?? 0
  const [best] = [...ENCODINGS].sort((one, other) => weigh(other) - weigh(one))
  return best && weigh(best) > 0 && weigh(best) >= (weightOf('identity') ?? 0) ? best : undefined
}
