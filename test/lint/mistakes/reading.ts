/** Files that are missing or cannot be read, and nodes that stand in two files. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { MAIN, type Mistake, SETTINGS, US } from './mistake.ts'

export const readingMistakes = {
  syntax: [
    {
      name: 'a list that is not closed',
      edits: [[MAIN, [], 'nodes:\n  main: { kind: menu, options: [ }\n']],
      issues: [
        'flows/main.yaml at `}`: syntax: This file cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]. Correct the line named here.',
        'flows/main.yaml at ``: syntax: This file cannot be read: Flow map in block collection must be sufficiently indented and end with a }. Correct the line named here.',
      ],
    },
    {
      name: 'one key twice in JSON',
      edits: [['locales/en/commands.json', [], '{ "more": ["more"], "more": ["next"] }']],
      issues: [
        'locales/en/commands.json at `"more": ["next"] }`: syntax: This file cannot be read: Map keys must be unique. Correct the line named here.',
      ],
    },
  ],
  'missing-file': [
    {
      name: 'no settings',
      edits: [[SETTINGS, []]],
      issues: [
        'flows/line.yaml at ``: missing-file: There is no file flows/line.yaml. Add it; the README of its folder shows its form.',
      ],
    },
    {
      name: 'no phrases of a language',
      edits: [['locales/ja/phrases.json', []]],
      issues: [
        'locales/ja/phrases.json at ``: missing-file: There is no file locales/ja/phrases.json. Add it; the README of its folder shows its form.',
      ],
    },
  ],
  'bad-shape': [
    {
      name: 'a kind of node that does not exist',
      edits: [[MAIN, ['nodes', 'ways', 'kind'], 'dance']],
      issues: [
        "flows/main.yaml at `kind: dance }`: bad-shape (node ways): \"nodes.ways.kind\": Invalid discriminator value. Expected 'menu' | 'topic' | 'consent' | 'languages' | 'handoff' | 'helplines' | 'ways' | 'number' | 'sources' | 'guess'.",
      ],
    },
    {
      name: 'a number that has three digits',
      edits: [[MAIN, ['nodes', 'bone', 'number'], 210]],
      issues: [
        'flows/main.yaml at `number: 210`: bad-shape (node bone): "nodes.bone.number": Too big: expected number to be <=99.',
      ],
    },
    {
      name: 'a word where a list belongs',
      edits: [['locales/en/main.json', ['bone', 'keywords'], 'bone']],
      issues: [
        'locales/en/main.json at `"keywords": "bone",`: bad-shape: "bone.keywords": Invalid input: expected array, received string.',
      ],
    },
    {
      name: 'a service without a number',
      edits: [[US, ['services', 2, 'call']]],
      issues: [
        'flows/directory/us.yaml at `{ id: cancer, kind: canc`: bad-shape: "cancer" of US has neither a number to call nor one to text. Give one, or leave it out.',
      ],
    },
  ],
  'duplicate-node': [
    {
      name: 'a node in two files',
      edits: [['flows/more.yaml', [], 'nodes:\n  ways: { kind: ways }\n']],
      issues: [
        'flows/more.yaml at `ways: { kind: ways }`: duplicate-node (node ways): The node "ways" is in flows/main.yaml already. Give one of them another slug.',
      ],
    },
    {
      name: 'texts of a node in two files',
      edits: [['locales/en/more.json', [], '{ "ways": { "label": "ways", "title": "Ways" } }']],
      issues: [
        'locales/en/more.json at `"ways": { "label": "ways`: duplicate-node (node ways): The texts of "ways" are in locales/en/main.json already. Keep them in one file.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
