/**
 * A text in the GSM alphabet has room for 459 characters in three segments; one letter that the alphabet lacks leaves 201. In a language
 * that otherwise keeps to the alphabet, each letter that does not is named: it is mostly a typographer's quotation mark or dash.
 */
import { pushTo } from '../authored/records.ts'
import type { Draft } from '../line/draft.ts'
import { ucs2Letters } from '../sms/segments.ts'
import { type Check, writtenTexts } from './check.ts'

type Written = ReturnType<typeof writtenTexts> extends Generator<infer Text> ? Text : never

/** Of all that a language texts, in characters: a language needs its letters where more stands in texts that have them. */
const MOST_STRAY = 0.1

export const checkEncoding: Check<Draft> = function* (draft) {
  const byLocale = new Map<string, (Written & { readonly letters: readonly string[] })[]>()
  for (const each of writtenTexts(draft))
    if (each.locale && isTexted(each))
      pushTo(byLocale, each.locale, { ...each, letters: ucs2Letters(each.text) })
  for (const texts of byLocale.values()) {
    const odd = texts.filter(({ letters }) => letters.length > 0)
    if (lengthOf(odd) > MOST_STRAY * lengthOf(texts)) continue
    for (const { letters, path, issue } of odd)
      yield issue(
        'ucs2-letter',
        path,
        `The GSM alphabet lacks ${listLetters(letters)}, so that three segments hold 201 characters instead of 459. Write plain letters, or leave these where the language needs them.`,
        'warning',
      )
  }
}

/** @example listLetters(['’', 'ê']) // '"’", "ê"' */
export function listLetters(letters: readonly string[]): string {
  return letters.map((letter) => `"${letter}"`).join(', ')
}

function lengthOf(texts: readonly Written[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0)
}

/** A character that no text may have is another issue's. */
function isTexted({ path, text }: Written): boolean {
  if (/\p{Cc}|\p{Surrogate}/u.test(text)) return false
  return path.includes('sms') || path.at(-1) === 'title'
}
