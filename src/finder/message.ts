/**
 * A message as its sender meant it, for the finder: without what phones, carriers and gateways put around words or into them.
 *
 * @example
 * messageText('B O N E', spelling) // 'bone'
 * messageText('&quot;helpppp&quot; https://example.org', spelling) // 'help'
 */
import { PLAIN_SPELLING, type Spelling } from './spelling.ts'
import { isUnspacedLetter, normalise } from './tokens.ts'

/** A name such as `&nbsp;`, a letter with its accent such as `&oacute;`, or a number such as `&#39;`. */
const ENTITY = /&(?:([a-z])(?:acute|grave|uml|tilde|circ|cedil)|([a-z]+)|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
}
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/gi
const QUOTED_LINE = /^\s*>+\s*[^\s:(.<>]/
const SPACED_LETTERS = /^\p{L}(?: \p{L}){2,}$/u
/** One of them alone says STOP. */
const STOP_SIGNS = /[\u{1f6d1}\u{1f6ab}\u26d4]/gu
/** "SOS", a police car's light, an ambulance. One of them alone asks for help. */
const SOS_SIGNS = /[\u{1f198}\u{1f6a8}\u{1f691}]/gu
const SOS_AGAIN = /\b(sos|mayday)(?: \1)+\b/g
const LONG_RUN = /(\p{L})\1{2,}/gu
const ONE_LETTER = /^(.)\1*$/u

/** Normalised; `B O N E` as one word, `helpppp` with one letter of each three or more. */
export function messageText(words: string, spelling: Spelling): string {
  const written = withoutMarkup(words).replace(STOP_SIGNS, ' stop ').replace(SOS_SIGNS, ' sos ')
  const text = normalise(written, spelling).replace(SOS_AGAIN, '$1')
  if (SPACED_LETTERS.test(text) && !isUnspacedLetter(text.charAt(0))) return text.replaceAll(' ', '')
  return text.replace(/\S+/g, (word) => (ONE_LETTER.test(word) ? word : word.replace(LONG_RUN, '$1')))
}

/** Without HTML's entities, web addresses, and lines of an earlier message that are quoted by `>`. */
export function withoutMarkup(words: string): string {
  const text = words.replace(ENTITY, decode).replace(ADDRESS, ' ')
  const lines = text.split('\n')
  const own = lines.filter(
    (line, at) =>
      !QUOTED_LINE.test(line) && !(line.trimEnd().endsWith(':') && QUOTED_LINE.test(lines[at + 1] ?? '')),
  )
  return own.some((line) => normalise(line, PLAIN_SPELLING) !== '') ? own.join('\n') : text
}

function decode(
  _entity: string,
  letter?: string,
  name?: string,
  decimal?: string,
  hexadecimal?: string,
): string {
  if (letter) return letter
  if (name) return NAMED[name.toLowerCase()] ?? ' '
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
  return String.fromCodePoint(code)
}
