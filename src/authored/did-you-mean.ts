/**
 * The known name that an author probably meant.
 *
 * @example
 * nearest('crad', ['card', 'core']) // 'card'
 * didYouMean('crad', ['card', 'core']) // 'Did you mean "card"?'
 */
import { closest, distance } from 'fastest-levenshtein'

/** In a short word two slips lead to another word. */
const LONG = 6

/** A name within a slip of the hand, two in a long one; capitals are none, and letters in another order are one. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const written = name.toLowerCase()
  const near = closest(
    written,
    names.map((each) => each.toLowerCase()),
  )
  const most = near.length >= LONG ? 2 : near.length > 2 ? 1 : 0
  const isNear = distance(written, near) <= most || lettersOf(written) === lettersOf(near)
  return isNear ? names.find((each) => each.toLowerCase() === near) : undefined
}

/** A question, or `otherwise` where no name is near. */
export function didYouMean(name: string, names: readonly string[], otherwise = ''): string {
  const near = nearest(name, names)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

function lettersOf(word: string): string {
  return [...word].sort().join('')
}
