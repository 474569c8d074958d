/**
 * The stop list: numbers that asked us to text no more, so that the line never texts them of its own accord.
 *
 * It is the one thing ever stored about a number, and it is not the number: a keyed HMAC, which nobody can undo without
 * the line's SECRET, and which can only be asked "is this number in it?". It is still personal data (docs/privacy.md).
 *
 * @example
 * stopMark(secret, '+15555550111') // '9f2c…', 64 hexadecimal digits
 */
import { createHmac } from 'node:crypto'

/** The mark of a number; the same number and secret give the same mark. */
export function stopMark(secret: string, number: string): string {
  return createHmac('sha256', secret).update(number).digest('hex')
}
