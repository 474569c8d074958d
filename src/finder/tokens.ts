/**
 * A text as words that can be compared, each with its phonetic key.
 *
 * @example
 * normalise('¿HUESOS?') // 'huesos'
 * normalise("can't  pee!!") // 'cant pee'
 * tokenize('Chemo?') // [{ text: 'chemo', key: 'kemo' }]
 */
import { phoneticKey } from './phonetic-key.ts'

export interface Token {
  /** Normalised. */
  readonly text: string
  readonly key: string
}

export function tokenize(text: string): readonly Token[] {
  return toTokens(normalise(text))
}

export function toTokens(normalised: string): readonly Token[] {
  return normalised === '' ? [] : normalised.split(' ').map((text) => ({ text, key: phoneticKey(text) }))
}

/** Letters and digits that Unicode does not decompose: each run begins at its A or its 1. */
const UNDECOMPOSED = /[\u24f5-\u24fe\u2776-\u2793\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu
const SYMBOL_RUNS: readonly (readonly [first: number, value: string])[] = [
  [0x1f170, 'A'],
  [0x1f150, 'A'],
  [0x278a, '1'],
  [0x2780, '1'],
  [0x2776, '1'],
  [0x24f5, '1'],
]
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ-ʏᴢ'
/** "Can't" and "cant" are one word, whichever mark the phone puts there. */
const APOSTROPHES = /['`´ʹʻʼʽˈ‘’‛′‵ꞌ՚׳＇]/gu
/**
 * Invisible characters, control characters, what stands for a picture or a broken character, and marks that any letter can
 * bear: accents, keycaps, variation selectors. Vowel signs of Indic scripts and the voicing marks of Japanese are letters;
 * Arabic vowel marks and the nukta are often left out.
 */
const LEFT_OUT =
  /(?![\u3099\u309a])\p{Script=Inherited}|[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}\ufffc\ufffd\u064b-\u065f\u093c]|(?!\s)\p{Cc}/gu

/** Without case, accents, width, punctuation or emoji; digits of any script as 0 to 9. */
export function normalise(text: string): string {
  // Most English texts are plain ASCII and need none of Unicode's tables, which take two thirds of the time.
  if (!/[^\n -~]/.test(text))
    return text
      .replace(/['`]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9*#]+/g, ' ')
      .trim()
  return (
    text
      // Before NFKD, which makes a space and an accent of "´", and "tm" of "™".
      .replace(APOSTROPHES, '')
      .replace(/[™℠]/g, ' ')
      .normalize('NFKD')
      .replace(LEFT_OUT, '')
      .replace(UNDECOMPOSED, fromRun)
      .replace(/🔟/gu, ' 10 ')
      .replace(/[ᴀ-ᴢʀʏʙɢʜɪʟɴꜰꜱꞯ]/gu, fromSmallCapital)
      .replace(/\p{Nd}/gu, asciiDigit)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}*#]+/gu, ' ')
      .trim()
  )
}

function fromRun(symbol: string): string {
  const code = symbol.codePointAt(0) ?? 0
  const [first, value] = SYMBOL_RUNS.find(([start]) => code >= start) ?? [code, '']
  return value === 'A' ? String.fromCharCode(65 + code - first) : String(1 + code - first)
}

function fromSmallCapital(letter: string): string {
  const at = SMALL_CAPITALS.indexOf(letter)
  return at < 0 ? letter : String.fromCharCode(97 + at)
}

/** Decimal digits stand in runs of ten in Unicode; each run begins at its zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
