/** Compresses a page or a file, on Node's thread pool, so that no answer waits. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Compress } from '../web/response-cache.ts'

/** At 11, the largest script takes 280 ms instead of 8, and is 10 % smaller. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export const compress: Compress = async (body, encoding) =>
  new Uint8Array(await (encoding === 'br' ? toBrotli(body, BROTLI) : toGzip(body)))
