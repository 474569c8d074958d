/** Files that are missing or cannot be read, and nodes that stand in two files. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, MAIN, type Mistake, SETTINGS, US } from './mistake.ts'
import { settingShapes } from './settings.ts'

const QUOTES =
  'In JSON each name and each text stands between straight double quotes ("), with a comma between two.'
const CANNOT = 'syntax: This file cannot be read:'

const TALK = {
  kind: 'breast',
  name: 'A',
  call: '+18005550104',
  confidence: 'H',
  source: 'fiction',
  checked: '2026-11',
}

/** The whole text of a file, the text at the place of the issue, and the issue. */
function written(name: string, file: string, text: string, at: string, message: string): Mistake {
  return { name, edits: [[file, [], text]], issues: [`${file} at \`${at}\`: ${message}`] }
}

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
    written(
      'a text without its first quote',
      ENGLISH,
      '{ "bone": { "title": Bones" } }',
      'Bones" } }',
      `syntax: "Bones"" is not written as JSON. ${QUOTES}`,
    ),
    written(
      'curly quotes',
      ENGLISH,
      '{ “bone”: { "title": "Bones" } }',
      '“bone”: { "title": "Bone',
      `syntax: "“bone”" is not written as JSON. ${QUOTES}`,
    ),
    written(
      'single quotes',
      ENGLISH,
      "{ 'bone': { 'title': 'Bones' } }",
      "'bone': { 'title': 'Bone",
      `syntax: "bone" is not written as JSON. ${QUOTES}`,
    ),
    written(
      'a name without quotes',
      ENGLISH,
      '{ bone: { "title": "Bones" } }',
      'bone: { "title": "Bones"',
      `syntax: "bone" is not written as JSON. ${QUOTES}`,
    ),
    written(
      'a comment in JSON',
      ENGLISH,
      '{ // new\n "bone": { "title": "Bones" } }',
      '// new',
      'syntax: JSON has no comments. Remove this one.',
    ),
    written(
      'a comma that is missing',
      ENGLISH,
      '{ "bone": {} "body": {} }',
      '"body": {} }',
      `${CANNOT} Unexpected double-quoted-scalar at node end. ${QUOTES}`,
    ),
    written(
      'a tab',
      SETTINGS,
      'name: A\nhandoff:\n\tnumber: null\n',
      'number: null',
      `${CANNOT} Tabs are not allowed as indentation. Correct the line named here.`,
    ),
    written(
      'an odd space',
      SETTINGS,
      'name: A\nhandoff:\n\u00a0\u00a0number: null\n',
      'number: null',
      'syntax: This line begins with an odd kind of space. Type ordinary spaces.',
    ),
    written(
      'a name twice in YAML',
      SETTINGS,
      'name: A\nname: B\n',
      'name: B',
      `${CANNOT} Map keys must be unique. Correct the line named here.`,
    ),
    written(
      'two documents',
      SETTINGS,
      'name: A\n---\nname: B\n',
      '---',
      'syntax: A second document begins here. Remove the line "---", or what follows it.',
    ),
    written(
      'a value in asterisks',
      SETTINGS,
      'name: *very* short\n',
      '*very* short',
      'syntax: "*very*" is a reference in YAML, which is not followed here. Put the value in quotes, or write it out.',
    ),
    written(
      'a value with an exclamation mark',
      SETTINGS,
      'name: !important A\n',
      '!important A',
      'syntax: A value that begins with "!" has a meaning of its own in YAML. Put it in quotes.',
    ),
    written(
      'references that grow without end',
      MAIN,
      `a: &a [b]\n${['b: &b', 'c: &c', 'd: &d'].map((name, index) => `${name} [${Array(20).fill(`*${'abc'[index]}`).join(', ')}]`).join('\n')}`,
      '*a, *a, *a, *a, *a, *a,',
      'syntax: "*a" is a reference in YAML, which is not followed here. Put the value in quotes, or write it out.',
    ),
    written(
      'too many brackets',
      ENGLISH,
      '['.repeat(50_000) + ']'.repeat(50_000),
      '[[[[[[[[[[[[[[[[[[[[[[[[',
      'syntax: This file has too many brackets within each other.',
    ),
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
      name: 'a language that is hardly begun',
      edits: [
        ['locales/ja/rules.json', []],
        ['locales/ja/phrases.json', []],
      ],
      issues: [
        'locales/ja/rules.json at ``: missing-file: These files are missing: locales/ja/rules.json, locales/ja/phrases.json. Add them; the README of locales/ shows their form.',
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
      name: 'an address of a source that is none, which breaks no fact',
      edits: [['flows/sources.yaml', ['clinic', 'url'], 'www.clinic.example']],
      issues: ['flows/sources.yaml at `url: www.clinic.example`: bad-shape: "clinic.url": Invalid URL.'],
    },
    {
      name: 'a date of a source that nobody can say',
      edits: [['flows/sources.yaml', ['clinic', 'date'], 'last year']],
      issues: [
        'flows/sources.yaml at `date: last year }`: bad-shape: "clinic.date": Write when it was published or revised, as 2023-01-20, 2023-01 or "2023"; else when it was read, as read 2026-11-26.',
      ],
    },
    ...settingShapes,
    {
      name: 'an empty file',
      edits: [['flows/more.yaml', [], '# later\n']],
      issues: [
        'flows/more.yaml at `# later`: bad-shape: This file is empty. Write what belongs there, or delete it.',
      ],
    },
    {
      name: 'an emergency number without quotes',
      edits: [[US, ['emergency', 'number'], 911]],
      issues: [
        'flows/directory/us.yaml at `number: 911, source: fic`: bad-shape: "emergency.number": Invalid input: expected string, received number. Put it in quotes.',
      ],
    },
    {
      name: 'one id for two services',
      edits: [[US, ['services', 4], { ...TALK, id: 'cancer' }]],
      issues: [
        'flows/directory/us.yaml at `id: cancer`: bad-shape: "cancer" is the id of a service before this one. Give each its own.',
      ],
    },
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
