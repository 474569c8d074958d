/**
 * Patterns as they are authored: words in their order, with alternatives in braces. Letters of a script without spaces stay together as
 * they are written; a space between them says that other letters may stand there.
 *
 * @example
 * parsePattern('{want|wants} to die', read) // [['want', 'wants'], ['to die']]
 * parsePattern('不想 活', read) // [['不想 活']]
 */
import { isUnspacedLetter, joinLetters, splitLetters } from './tokens.ts'

/** Slots; each is a choice of alternatives, and each of these has one word or more. A blank before one parts it from the slot before. */
export type Pattern = readonly (readonly string[])[]

/** A longer run of letters without spaces is more than a word. */
const LONGEST_WORD = 3

/** `read` writes words as those of messages are read. */
export function parsePattern(authored: string, read: (words: string) => string): Pattern {
  const pieces = authored.split(/[{}]/)
  return pieces
    .map((piece, index) => {
      const isApart = /\s$/.test(pieces[index - 1] ?? '') || /^\s/.test(piece)
      const alternatives = index % 2 === 1 ? piece.split('|') : [piece]
      return alternatives
        .map((words) => parseWords(words, read))
        .flatMap(isApart ? apart : (words) => words || [])
    })
    .filter(({ length }) => length > 0)
}

/** Whether one word can be all of it. */
export function isOneWord([first = [], ...others]: Pattern): boolean {
  const isWord = (words: string) =>
    !words.includes(' ') && splitLetters(words).split(' ').length <= LONGEST_WORD
  return others.length === 0 && first.some((words) => isWord(words.trim()))
}

function parseWords(words: string, read: (words: string) => string): string {
  const runs = words.split(/\s+/).map((run) => joinLetters(read(run)))
  return runs.filter(Boolean).join(' ')
}

function apart(words: string): string | readonly [] {
  if (words === '') return []
  return isUnspacedLetter(splitLetters(words).split(' ')[0] ?? '') ? ` ${words}` : words
}
