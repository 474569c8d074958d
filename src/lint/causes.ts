/**
 * The errors that an author must correct, the cause before what follows from it. Of issues with one cause the first tells it: a node
 * whose slug is misspelt is missing in menus, on the card and in examples.
 *
 * @example
 * causesOf([flowIssues, textIssues]) // those of flows first, each cause once
 */
import { type Issue, sortIssues } from '../authored/issue.ts'

/** `stages` look at each other's results: an error in an earlier one comes first. */
export function causesOf(stages: readonly (readonly Issue[])[]): readonly Issue[] {
  const errors = stages.flatMap((issues) => sortIssues(issues.filter(({ severity }) => severity === 'error')))
  const places = new Map<Issue, number>()
  const told = errors.filter((issue, index) => {
    if (!issue.follows) return true
    // One that is nothing's cause follows also from what stands below it in a file.
    const cause = errors.find(
      (other, place) => other !== issue && follows(issue, other) && (place < index || !follows(other, issue)),
    )
    if (cause) places.set(cause, (places.get(cause) ?? 0) + 1)
    return !cause
  })
  return told.map((issue) => {
    const { causes, follows, ...shown } = issue
    const count = places.get(issue)
    return count ? { ...shown, message: `${shown.message} ${placesMore(count)}` } : shown
  })
}

function follows({ follows = [] }: Issue, { causes = [] }: Issue): boolean {
  return follows.some((cause) => causes.includes(cause))
}

function placesMore(count: number): string {
  return count === 1 ? 'One more place follows from it.' : `${count} more places follow from it.`
}
