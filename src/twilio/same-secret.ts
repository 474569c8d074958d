/**
 * Compares a secret or a signature with what somebody sends. It takes the same time wherever the two differ, also in their length,
 * so that nobody finds one letter by letter.
 *
 * @example
 * isSameSecret(password, settings.usagePassword)
 */
import { createHash, timingSafeEqual } from 'node:crypto'

export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
