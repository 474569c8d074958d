/**
 * How many segments a text costs, counted with the encoding that it needs.
 *
 * @example
 * countSegments('Bones hurt') // 1
 */
import segments from 'sms-segments-calculator'

export function countSegments(text: string): number {
  return new segments.SegmentedMessage(text).segmentsCount
}
