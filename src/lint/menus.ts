/** Menus that can be kept in mind: keys from 1 without gaps, none twice, six options at most. */
import type { Issue } from '../authored/issue.ts'
import { type Check, issueAt } from './draft.ts'

/** standards.md 1.3, IVR-04: a warning above 5, an error above 6. */
const MANY = 5
const MOST = 6

export const checkMenus: Check = ({ flow }) =>
  Object.entries(flow.nodes).flatMap(([slug, { node, source }]) => {
    if (node.kind !== 'menu') return []
    const issues: Issue[] = []
    const about = { node: slug }
    node.options.forEach(({ key }, index) => {
      const at = ['nodes', slug, 'options', index]
      const first = node.options.findIndex((option) => option.key === key)
      if (first < index)
        issues.push(
          issueAt(
            'key-used-twice',
            source,
            at,
            `Key ${key} stands for two choices. Give each its own.`,
            about,
          ),
        )
      else if (key !== index + 1)
        issues.push(
          issueAt(
            'key-gap',
            source,
            at,
            `The choice in place ${index + 1} has the key ${key}. Count keys 1, 2, 3 in the order they are said.`,
            about,
          ),
        )
    })
    const count = node.options.length
    if (count > MANY) {
      const message = `This menu has ${count} choices; people keep about 4 in mind. ${count > MOST ? `Split it: the most is ${MOST}.` : 'Split it if you can.'}`
      issues.push(
        issueAt('too-many-options', source, ['nodes', slug], message, {
          ...about,
          severity: count > MOST ? 'error' : 'warning',
        }),
      )
    }
    return issues
  })
