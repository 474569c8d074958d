/**
 * The errors that an author must correct, the cause before what follows from it. Where several issues have one cause, the first of them
 * tells it: a node whose slug is misspelt is missing in menus, on the card and in examples.
 *
 * @example
 * causesOf([flowIssues, textIssues]) // those of flows first, each cause once
 */
import { type Issue, sortIssues } from '../authored/issue.ts'

/** `stages` look at each other's results: an error in an earlier one comes first. */
export function causesOf(stages: readonly (readonly Issue[])[]): readonly Issue[] {
  const errors = stages.flatMap((issues) => sortIssues(issues.filter(({ severity }) => severity === 'error')))
  const told: { issue: Issue; more: number }[] = []
  for (const issue of errors) {
    const same = told.find((earlier) => issue.follows?.some((cause) => earlier.issue.causes?.includes(cause)))
    if (same) same.more += 1
    else told.push({ issue, more: 0 })
  }
  return told.map(({ issue: { causes, follows, ...issue }, more }) =>
    more === 0 ? issue : { ...issue, message: `${issue.message} ${placesMore(more)}` },
  )
}

function placesMore(count: number): string {
  return count === 1 ? 'One more place follows from it.' : `${count} more places follow from it.`
}
