/** Menus that people can keep in mind: keys 1, 2, 3 without gaps, none twice, six options at most. */
import { withCause } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, flowNodes } from './check.ts'

/** docs/design/standards.md 1.3, IVR-04: a warning above 5, an error above 6. */
const MANY = 5
export const MOST_OPTIONS = 6

export const checkMenus: Check<Draft> = function* (draft) {
  for (const { slug, node, issue } of flowNodes(draft)) {
    if (node.kind !== 'menu') continue
    const keys = node.options.map(({ key }) => key)
    for (const [index, key] of keys.entries()) {
      const path = ['options', index]
      if (keys.indexOf(key) < index)
        yield issue('key-used-twice', path, `Key ${key} stands for two choices. Give each its own.`)
      else if (key !== index + 1)
        yield withCause(
          issue(
            'key-gap',
            path,
            `The choice in place ${index + 1} has the key ${key}. Count keys 1, 2, 3 in the order they are said.`,
          ),
          `keys ${slug}`,
        )
    }
    if (keys.length > MANY) {
      const advice =
        keys.length > MOST_OPTIONS ? `Split it: the most is ${MOST_OPTIONS}.` : 'Split it if you can.'
      yield issue(
        'too-many-options',
        [],
        `This menu has ${keys.length} choices; people keep about 4 in mind. ${advice}`,
        keys.length > MOST_OPTIONS ? 'error' : 'warning',
      )
    }
  }
}
