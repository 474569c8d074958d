/**
 * A story is read in overlapping windows, or what one sentence of it says would drown in all the others.
 *
 * @example
 * windowsOf(tokenize('my hips ache', spelling)) // one: the whole message
 */
import { isUnspacedLetter, type Token } from './tokens.ts'

/** In words. */
const WINDOW = 24
/** In scripts without spaces, in letters. */
const UNSPACED_WINDOW = 40

/** The last may be shorter; a message that fits into one is one. */
export function windowsOf(message: readonly Token[]): readonly (readonly Token[])[] {
  const length = lengthFor(message)
  const stride = length / 2
  const windows = [message.slice(0, length)]
  for (let start = stride; start + length - stride < message.length; start += stride)
    windows.push(message.slice(start, start + length))
  return windows
}

export function isStory(message: readonly Token[]): boolean {
  return message.length > lengthFor(message)
}

function lengthFor(message: readonly Token[]): number {
  const letters = message.filter(({ text }) => isUnspacedLetter(text)).length
  return letters > message.length / 2 ? UNSPACED_WINDOW : WINDOW
}
