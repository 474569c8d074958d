/**
 * Tidies what an operator types: words and numbers.
 *
 * @example
 * tidyWords(' We’re closed –\n call “later” ') // 'We\'re closed - call "later"'
 * tidyNumber('+1 (216) 555-0142')               // '+12165550142'
 */
import { needsUnicode } from '../sms/segments.ts'

const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/\u00a0/g, ' '],
]

/** On one line, and without typographic marks where a text holds more than twice as much without them. */
export function tidyWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const plainer = PLAINER.reduce((text, [mark, plain]) => text.replace(mark, plain), line)
  return needsUnicode(plainer) ? line : plainer
}

/** Without what people write between digits; null for nothing. */
export function tidyNumber(number: string): string | null {
  return number.replace(/[\s().-]/g, '') || null
}
