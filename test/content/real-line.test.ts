/** The real content: flows and locales of this repository. Tests of behaviour use the fixture line. */
import { expect, test } from 'vitest'
import { formatIssue } from '../../src/authored/issue.ts'
import { lint } from '../../src/lint/lint.ts'
import { files } from '../support/line.ts'

/** Warnings that people have looked at and accept. */
const ACCEPTED = [
  // Six choices and not five: a seventh menu would make a topic four keys deep.
  ...['main', 'effects', 'samples', 'living', 'daily', 'ending', 'feelings'].map(
    (menu) => `too-many-options ${menu}`,
  ),
]

test('the real line has no errors, and no warnings but the accepted ones', () => {
  const { line, issues } = lint(files)
  const unexpected = issues.filter(({ code, node }) => !ACCEPTED.includes(`${code} ${node}`))
  expect(unexpected.map(formatIssue)).toEqual([])
  expect(line).toBeDefined()
})
