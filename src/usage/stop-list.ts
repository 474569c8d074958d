/**
 * The stop list: numbers that asked us to text no more, so that the line never texts them of its own accord.
 *
 * It is the one thing ever stored about a number, and it is not the number: a keyed HMAC, which nobody can undo without
 * the line's SECRET, and which can only be asked "is this number in it?". It is still personal data (docs/privacy.md).
 *
 * @example
 * await stopMark(secret, '+15555550111') // '9f2c…', 64 hexadecimal digits
 */
const encoder = new TextEncoder()

/** The mark of a number; the same number and secret give the same mark. */
export async function stopMark(secret: string, number: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mark = await crypto.subtle.sign('HMAC', key, encoder.encode(number))
  return [...new Uint8Array(mark)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
