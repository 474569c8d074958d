/**
 * The segments a text is sent and billed in, with the encoding that it needs.
 *
 * @example
 * countSegments('Bones hurt') // 1
 * splitSegments('á'.repeat(80)) // ['á' × 67, 'á' × 13]
 */
import segments from 'sms-segments-calculator'

export function countSegments(text: string): number {
  return new segments.SegmentedMessage(text).segmentsCount
}

/** The text as it is cut; phones put it together again. */
export function splitSegments(text: string): readonly string[] {
  return new segments.SegmentedMessage(text).segments.map((segment) =>
    [...segment].map((unit) => ('raw' in unit && unit.raw ? unit.raw : '')).join(''),
  )
}
