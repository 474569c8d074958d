/**
 * The segments a text is sent and billed in, with the encoding that it needs.
 *
 * @example
 * countSegments('Bones hurt') // 1
 * splitSegments('á'.repeat(80)) // ['á' × 67, 'á' × 13]
 */
import segments from 'sms-segments-calculator'

/** A reply is as long as this, or people pay for words that they do not read to the end. */
export const MOST_SEGMENTS = 3

export function countSegments(text: string): number {
  return new segments.SegmentedMessage(text).segmentsCount
}

/**
 * Whether a text is sent in an alphabet of which a segment holds less than half as many letters. Letter by letter: with the length of a
 * text the time of the calculator rises by the square.
 */
export function needsUnicode(text: string): boolean {
  return [...new Set(text)].some(isUcs2)
}

/** The letters of a text for which it is, each once. */
export function ucs2Letters(text: string): readonly string[] {
  return [...new Set(text)].filter(isUcs2)
}

function isUcs2(letter: string): boolean {
  return !PLAIN.test(letter) && new segments.SegmentedMessage(letter).encodingName === 'UCS-2'
}

/** Characters that take one place each in the GSM alphabet (GSM 03.38). */
const PLAIN = /^[A-Za-z0-9 \r\n.,;:!?'"()%&+\-/=<>*#@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]*$/
/** Characters that take two. */
const ESCAPED = /[\^{}\\[~\]|€\f]/
/** What a segment of several holds: 153 characters of the GSM alphabet, or 67 UTF-16 units of any text. */
const PLAIN_LENGTH = 153
const ANY_LENGTH = 67

/** How long a text may be for so many segments, in the alphabet that it needs. */
export function mostCharacters(text: string, segments: number): number {
  return segments * (needsUnicode(text) ? ANY_LENGTH : PLAIN_LENGTH)
}

/** Whether a text fits without a count: quick, and never wrong when it says so. */
export function fitsPlainly(text: string, most: number): boolean {
  return text.length <= most * ANY_LENGTH || (text.length <= most * PLAIN_LENGTH && PLAIN.test(text))
}

/** Whether a text is no longer than a reply may be. To count is a hundred times slower, and seldom needed to know. */
export function fits(text: string): boolean {
  if (fitsPlainly(text, MOST_SEGMENTS)) return true
  const isTooLong = text.length > MOST_SEGMENTS * PLAIN_LENGTH || (!PLAIN.test(text) && !ESCAPED.test(text))
  return !isTooLong && countSegments(text) <= MOST_SEGMENTS
}

/**
 * A text that is too long because of accents that the GSM alphabet lacks, without those: "Lo básico" over a text of 250 letters would
 * make five segments of two. Others stay as they are: in a script of other letters nothing is gained.
 */
export function withinSegments(text: string): string {
  return fits(text) ? text : withoutRareAccents(text)
}

/** The text without the accents for which it needs Unicode, where it then needs none. */
export function withoutRareAccents(text: string): string {
  const rare = new Set(ucs2Letters(text))
  const plain = [...text]
    .map((letter) => (rare.has(letter) ? letter.normalize('NFD').charAt(0) : letter))
    .join('')
  return needsUnicode(plain) ? text : plain
}

/** The text as it is cut; phones put it together again. */
export function splitSegments(text: string): readonly string[] {
  return new segments.SegmentedMessage(text).segments.map((segment) =>
    [...segment].map((unit) => ('raw' in unit && unit.raw ? unit.raw : '')).join(''),
  )
}
