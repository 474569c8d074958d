/**
 * No text has a character that XML cannot hold or a voice cannot say: control characters, lone surrogates, and what becomes of
 * letters that were saved as UTF-8 and opened as Windows-1252 (`Ã©`, `â€™`).
 */
import type { Draft } from '../line/draft.ts'
import { type Check, writtenTexts } from './check.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u
const MISREAD = /Ã[\u0080-\u00BF]|â€/

const MESSAGE =
  'This text has a character that cannot be said or sent (a control character, half of a pair, or a misread accent). Type it again.'

export const checkCharacters: Check<Draft> = function* (draft) {
  for (const { text, path, issue } of writtenTexts(draft))
    if (ODD.test(text) || MISREAD.test(text)) yield issue('odd-character', path, MESSAGE)
}
