/** The real content: flows and locales of this repository. Tests of behaviour use the fixture line. */
import { expect, test } from 'vitest'
import { formatIssue } from '../../src/authored/issue.ts'
import { issues } from '../support/line.ts'

/** Warnings that people have looked at and accept. */
const ACCEPTED = [
  // Six choices and not five: a seventh menu would make a topic four keys deep.
  ...['main', 'effects', 'samples', 'living', 'daily', 'ending', 'feelings'].map(
    (menu) => `too-many-options ${menu}`,
  ),
]

/** They depend on the day of the build, not on the content. */
const DATED = ['checked-long-ago', 'past-date']

// Without a line, or with an error, `line.ts` throws with all issues.
test('the real line has no warnings but the accepted ones', () => {
  const unexpected = issues.filter(
    ({ code, node }) => !DATED.includes(code) && !ACCEPTED.includes(`${code} ${node}`),
  )
  expect(unexpected.map(formatIssue)).toEqual([])
})
