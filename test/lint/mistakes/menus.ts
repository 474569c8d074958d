/** Mistakes in the keys, options and numbers of menus. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { inEveryLanguage, MAIN, type Mistake, optionsTo } from './mistake.ts'

export const menuMistakes = {
  'key-used-twice': [
    {
      name: 'one key for two choices',
      edits: [[MAIN, ['nodes', 'body', 'options', 1, 'key'], 1]],
      issues: [
        'flows/main.yaml at `{ key: 1, to: outlook }`: key-used-twice (node body): Key 1 stands for two choices. Give each its own.',
      ],
    },
  ],
  'key-gap': [
    {
      name: 'keys 1 and 3',
      edits: [[MAIN, ['nodes', 'body', 'options', 1, 'key'], 3]],
      issues: [
        'flows/main.yaml at `{ key: 3, to: outlook }`: key-gap (node body): The choice in place 2 has the key 3. Count keys 1, 2, 3 in the order they are said.',
      ],
    },
    {
      name: 'keys 2 and 1',
      edits: [
        [MAIN, ['nodes', 'body', 'options', 0, 'key'], 2],
        [MAIN, ['nodes', 'body', 'options', 1, 'key'], 1],
      ],
      issues: [
        'flows/main.yaml at `{ key: 2, to: bone }`: key-gap (node body): The choice in place 1 has the key 2. Count keys 1, 2, 3 in the order they are said. One more place follows from it.',
      ],
    },
  ],
  'number-used-twice': [
    {
      name: 'one number for two nodes',
      edits: [[MAIN, ['nodes', 'call', 'number'], 21]],
      issues: [
        'flows/main.yaml at `number: 21 }`: number-used-twice (node call): The number 21 belongs to "bone". Choose another.',
      ],
    },
  ],
  'too-many-options': [
    {
      name: 'seven choices',
      edits: [
        [
          MAIN,
          ['nodes', 'body', 'options'],
          optionsTo('bone', 'outlook', 'call', 'ways', 'number', 'sources', 'guess'),
        ],
      ],
      issues: [
        'flows/main.yaml at `body:`: too-many-options (node body): This menu has 7 choices; people keep about 4 in mind. Split it: the most is 6.',
      ],
    },
    {
      name: 'six choices, which is a warning',
      edits: [
        [
          MAIN,
          ['nodes', 'body', 'options'],
          optionsTo('bone', 'outlook', 'call', 'ways', 'number', 'sources'),
        ],
      ],
      issues: [
        'flows/main.yaml at `body:`: warning too-many-options (node body): This menu has 6 choices; people keep about 4 in mind. Split it if you can.',
      ],
    },
  ],
  'too-deep': [
    {
      name: 'a topic four keys away',
      edits: [
        [MAIN, ['nodes', 'body', 'options'], optionsTo('deep', 'outlook')],
        [MAIN, ['nodes', 'deep'], { kind: 'menu', options: optionsTo('deeper') }],
        [MAIN, ['nodes', 'deeper'], { kind: 'menu', options: optionsTo('bone') }],
        ...inEveryLanguage(['deep'], { label: 'a', title: 'A' }),
        ...inEveryLanguage(['deeper'], { label: 'a', title: 'A' }),
      ],
      issues: [
        'flows/main.yaml at `bone:`: too-deep (node bone): "bone" is 4 keys from the main menu; the most is 3. Move it up.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
