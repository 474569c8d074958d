/** No text keeps a quotation mark that was meant for the file: `title: “Bones”`, or `title: Bones"`. */
import type { Draft } from '../line/draft.ts'
import { type Check, writtenTexts } from './check.ts'

const PAIRS = ['""', '“”', '„“', '«»', '‘’', "''", '``'] as const

const MESSAGE =
  'A quotation mark stands around all of this text, or alone at one end, and people would read it. Remove it: a text needs only the straight double quotes (") of its file.'

export const checkQuotes: Check<Draft> = function* (draft) {
  for (const { text, path, issue } of writtenTexts(draft))
    if (hasStrayQuote(text)) yield issue('stray-quote', path, MESSAGE)
}

/** Marks around the whole of it, or one at an end whose partner is missing. An apostrophe may end a word by itself. */
function hasStrayQuote(text: string): boolean {
  return PAIRS.some(([open = '', close = '']) => {
    const [first, last] = [text.startsWith(open), text.endsWith(close)]
    if (!first && !last) return false
    const [opened, closed] = [text.split(open).length - 1, text.split(close).length - 1]
    if (text.length > 1 && first && last) return open === close ? opened === 2 : opened + closed === 2
    if ("'’`".includes(close)) return false
    return open === close
      ? (first || last) && opened % 2 === 1
      : (first && closed === 0) || (last && opened === 0)
  })
}
