/**
 * HMAC (RFC 2104) under one key, many times: its two key blocks are made once, so that a text costs two one-shot hashes,
 * which take half as long as a `createHmac`. Every webhook has one, and every text two.
 *
 * @example
 * const sign = createHmacOf('sha1', token, 'base64')
 * sign('https://line.example.org/voiceCallSidCA1…') // 'L/OH5YylLD5NRKLltdqwSvS0BnU='
 */
import { type BinaryToTextEncoding, hash } from 'node:crypto'

/** Bytes that SHA-1 and SHA-256 take in at a time. */
const BLOCK = 64
/** What RFC 2104 calls ipad and opad. */
const [INNER, OUTER] = [0x36, 0x5c]

export function createHmacOf(
  algorithm: 'sha1' | 'sha256',
  key: string,
  encoding: BinaryToTextEncoding,
): (text: string) => string {
  const block = blockOf(algorithm, key)
  const [inner, outer] = [INNER, OUTER].map((pad) => block.map((byte) => byte ^ pad)) as [Buffer, Buffer]
  return (text) => {
    const message = Buffer.allocUnsafe(BLOCK + Buffer.byteLength(text))
    message.set(inner)
    message.write(text, BLOCK)
    return hash(algorithm, Buffer.concat([outer, hash(algorithm, message, 'buffer')]), encoding)
  }
}

/** The key at the length of a block; a longer one is hashed first. */
function blockOf(algorithm: string, key: string): Buffer {
  const bytes = Buffer.from(key)
  const block = Buffer.alloc(BLOCK)
  block.set(bytes.length > BLOCK ? hash(algorithm, bytes, 'buffer') : bytes)
  return block
}
