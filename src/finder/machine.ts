/**
 * Whether a machine wrote a message: a phone that answers by itself, a reaction to a text of ours, a notice of a business.
 *
 * @example
 * isFromMachine(finder, 'Liked “Bones …”', tokenize('Liked “Bones …”', spelling), hasAlarm) // true
 */
import type { Finder } from './finder.ts'
import { blankOut, isWholeWithNames, matchWhole } from './match-patterns.ts'
import type { Spelling } from './spelling.ts'
import { normalise, type Token, tokenize } from './tokens.ts'

/** Guillemets and brackets are quotation marks too; single marks may be apostrophes. */
const QUOTATION_MARK = /["“”„‟«»「」『』＂]/u
const NUMBER = /^\d{4,8}$/
const ANY_NUMBER = '0000'

/** `written` is the message before it was normalised, `message` its words; `hasAlarm` tells whether words cry for help. */
export function isFromMachine(
  { reactions, replies, notices, spelling }: Finder,
  written: string,
  message: readonly Token[],
  hasAlarm: (words: readonly Token[]) => boolean,
): boolean {
  if (isReaction(reactions, spelling, written) || matchWhole(replies, message) !== undefined) return true
  // A question is a person's, whatever it quotes; and so is a cry for help beside the words of a machine.
  if (/[?？؟]\s*$/u.test(written)) return false
  const words = message.map((token) =>
    NUMBER.test(token.text) ? { text: ANY_NUMBER, key: ANY_NUMBER } : token,
  )
  const rest = blankOut(notices, words)
  return rest !== words && !hasAlarm(rest)
}

/** What was reacted to is quoted, and may be any words of ours. A long one is cut off with its closing mark. */
function isReaction(reactions: Finder['reactions'], spelling: Spelling, written: string): boolean {
  const marks = [...written.matchAll(new RegExp(QUOTATION_MARK, 'gu'))]
  const [first] = marks
  if (!first) return false
  const last = marks.length > 1 ? (marks.at(-1)?.index ?? 0) : written.length
  return (
    normalise(written.slice(last), spelling) === '' &&
    isWholeWithNames(reactions, tokenize(written.slice(0, first.index), spelling))
  )
}
