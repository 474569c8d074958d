/** Files that are missing or cannot be read, and nodes that stand in two files. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, MAIN, type Mistake, SETTINGS, US } from './mistake.ts'
import { settingShapes } from './settings.ts'

const QUOTES = 'Each name and each text stands between straight double quotes (")'

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
      issues: ['flows/main.yaml at `[ }`: syntax: This [ is not closed. Add the ] that is missing.'],
    },
    {
      name: 'one key twice in JSON',
      edits: [['locales/en/commands.json', [], '{ "more": ["more"], "more": ["next"] }']],
      issues: [
        'locales/en/commands.json at `"more": ["next"] }`: syntax: "more" stands here twice. Keep one.',
      ],
    },
    written(
      'a text without its first quote',
      ENGLISH,
      '{ "bone": { "title": Bones" } }',
      'Bones" } }',
      `syntax: "Bones" stands without quotes. ${QUOTES}: add them.`,
    ),
    written(
      'curly quotes',
      ENGLISH,
      '{ “bone”: { "title": "Bones" } }',
      '“bone”: { "title": "Bone',
      `syntax: Curly quotes (“ ”) stand around this. ${QUOTES}: change them.`,
    ),
    written(
      'single quotes',
      ENGLISH,
      "{ 'bone': { 'title': 'Bones' } }",
      "'bone': { 'title': 'Bone",
      `syntax: Single quotes stand here. ${QUOTES}: change them.`,
    ),
    written(
      'a name without quotes',
      ENGLISH,
      '{ bone: { "title": "Bones" } }',
      'bone: { "title": "Bones"',
      `syntax: "bone" stands without quotes. ${QUOTES}: add them.`,
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
      '} "body": {} }',
      'syntax: A comma (,) is missing here, before "body". Add it.',
    ),
    written(
      'a tab',
      SETTINGS,
      'name: A\nhandoff:\n\tnumber: null\n',
      'number: null',
      'syntax: This line begins with a tab. Type spaces instead.',
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
      'syntax: "name" stands here twice. Keep one.',
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
      issues: [
        'flows/sources.yaml at `url: www.clinic.example`: bad-shape: "clinic.url" is "www.clinic.example". Write the whole address, beginning with "https://".',
      ],
    },
    {
      name: 'a date of a source that nobody can say',
      edits: [['flows/sources.yaml', ['clinic', 'date'], 'last year']],
      issues: [
        'flows/sources.yaml at `date: last year }`: bad-shape: "clinic.date" is "last year". Write when it was published or revised, as 2023-01-20, 2023-01 or "2023"; else when it was read, as read 2026-11-26.',
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
        'flows/directory/us.yaml at `number: 911, source: fic`: bad-shape: "emergency.number" is the number 911. It must be a text: put it in quotes, "911".',
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
        'flows/main.yaml at `kind: dance }`: bad-shape (node ways): "nodes.ways.kind" is "dance". Write one of these: menu, topic, consent, languages, handoff, helplines, ways, number, sources, guess.',
      ],
    },
    {
      name: 'a number that has three digits',
      edits: [[MAIN, ['nodes', 'bone', 'number'], 210]],
      issues: [
        'flows/main.yaml at `number: 210`: bad-shape (node bone): "nodes.bone.number" is the number 210. Write a number from 10 to 99.',
      ],
    },
    {
      name: 'a word where a list belongs',
      edits: [['locales/en/main.json', ['bone', 'keywords'], 'bone']],
      issues: [
        'locales/en/main.json at `"keywords": "bone",`: bad-shape: "bone.keywords" is "bone". It must be a list: put it in square brackets, ["bone"].',
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
