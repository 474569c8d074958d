/**
 * A message of one word: two classifiers that know the word only from inside a cry ("window", "bridge") would take it for one, since
 * there is nothing beside it. So it tells of danger or of a death, or asks for no more texts, only where an example is that word alone.
 *
 * @example
 * buildLoneSigns([{ label: 'rule:seizure', text: 'convulsing' }, { label: 'bone', text: 'hip' }], spelling) // ['convulsing']
 * isUnknownAlone(finder.loneSigns, tokenize('window', spelling)) // true
 */

import type { Spelling } from './spelling.ts'
import { isUnspacedLetter, type Token, toTokens } from './tokens.ts'

/** Letters of a script without spaces that make one word. */
const LONGEST_UNSPACED = 4
const TELLS = /(^|,)(rule:|crisis|stop(,|$)|reply:grief)/

/** `label` is that of an example (locale/schema.ts). As written, and not as it sounds: a nose is no noose. */
export function buildLoneSigns(
  messages: readonly { readonly label: string; readonly text: string }[],
  spelling: Spelling,
): readonly string[] {
  const words = messages.flatMap(({ label, text }) => {
    const message = toTokens(text, spelling)
    return TELLS.test(label) && isAlone(message) ? [textOf(message)] : []
  })
  return [...new Set(words)]
}

export function isUnknownAlone(loneSigns: ReadonlySet<string>, message: readonly Token[]): boolean {
  return isAlone(message) && !loneSigns.has(textOf(message))
}

function isAlone(message: readonly Token[]): boolean {
  if (message.length <= 1) return message.length === 1
  return message.length <= LONGEST_UNSPACED && message.every(({ text }) => isUnspacedLetter(text))
}

function textOf(message: readonly Token[]): string {
  return message.map(({ text }) => text).join(' ')
}
