/**
 * The known name that somebody meant who wrote another.
 *
 * @example
 * nearest('crad', ['card', 'core']) // 'card'
 * didYouMean('crad', ['card', 'core']) // 'Did you mean "card"?'
 */
import { closest, distance } from 'fastest-levenshtein'

/** Two letters in the wrong order count as two. */
const MOST_SLIPS = 2

/** A name within two slips of the hand; capitals are none. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const written = name.toLowerCase()
  const near = closest(
    written,
    names.map((each) => each.toLowerCase()),
  )
  const slips = distance(written, near)
  if (slips > MOST_SLIPS || slips >= near.length - 1) return undefined
  return names.find((each) => each.toLowerCase() === near)
}

/** A question, or `otherwise` where no name is near. */
export function didYouMean(name: string, names: readonly string[], otherwise = ''): string {
  const near = nearest(name, names)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}
