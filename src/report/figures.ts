/**
 * What a report shows of a count: a total as it is, every other count to the nearest five, and one below five as "under 5", so that
 * a report that is printed and passed on singles nobody out (docs/design/standards.md, section 7).
 *
 * @example
 * formatFigure(rounded(3), words) // 'under 5'
 * formatFigure(rounded(38), words) // '40'
 * formatFigure(total(38), words) // '38'
 */
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'

export interface Figure {
  readonly count: number
  /** It is less than `STEP` and not 0: `count` is 0 then. */
  readonly isSmall: boolean
}

const STEP = 5

export function rounded(count: number): Figure {
  if (count > 0 && count < STEP) return { count: 0, isSmall: true }
  return { count: Math.round(count / STEP) * STEP, isSmall: false }
}

export function total(count: number): Figure {
  return { count, isSmall: false }
}

export function formatFigure({ count, isSmall }: Figure, words: (wording: Wording) => string): string {
  return isSmall ? words(phrase('usage.under', { number: STEP })) : String(count)
}
