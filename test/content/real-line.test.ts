/** The real content: flows and locales of this repository. Tests of behaviour use the fixture line. */
import { expect, test } from 'vitest'
import { formatIssue } from '../../src/authored/issue.ts'
import { lint } from '../../src/lint/lint.ts'
import { files } from '../support/line.ts'

/** Warnings that people have looked at and accept. */
const ACCEPTED = [
  // Six themes; every topic of the first three is two keys away.
  'too-many-options main',
]

test('the real line has no errors, and no warnings but the accepted ones', () => {
  const { line, issues } = lint(files)
  const unexpected = issues.filter(({ code, node }) => !ACCEPTED.includes(`${code} ${node}`))
  expect(unexpected.map(formatIssue)).toEqual([])
  expect(line).toBeDefined()
})
