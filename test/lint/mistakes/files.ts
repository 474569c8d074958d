/** Files under names that are not read, twice, or in an encoding that is not UTF-8. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, MAIN, type Mistake, SETTINGS, US } from './mistake.ts'

const GB = 'country: GB\nemergency: { number: "999", source: fiction, checked: 2026-11 }\nservices: []\n'

/** A file of this name beside those of the fixture line, and what is said of it. */
function unread(name: string, path: string, advice: string, severity = ''): Mistake {
  return {
    name,
    edits: [[path, [], 'text']],
    issues: [
      `${path} at \`text\`: ${severity}unknown-file: The line does not read a file of this name. ${advice}`,
    ],
  }
}

const ELSEWHERE = 'Move it elsewhere, or give it a name as in the README of its folder.'

export const fileMistakes = {
  'unknown-file': [
    unread(
      'an ending that Windows has hidden',
      'flows/directory/au.yaml.txt',
      'Rename it to flows/directory/au.yaml, or move it elsewhere.',
    ),
    unread(
      'an ending in capitals',
      'flows/directory/au.YAML',
      'Rename it to flows/directory/au.yaml, or move it elsewhere.',
    ),
    unread(
      'a copy that a browser has saved',
      'flows/main (1).yaml',
      'Is it a copy of flows/main.yaml? Keep what you need of it there, and delete it.',
    ),
    unread(
      'a copy that a file manager has made',
      'locales/en/Copy of main.json',
      'Is it a copy of locales/en/main.json? Keep what you need of it there, and delete it.',
    ),
    unread(
      'another kind of copy',
      'locales/en/main - Copy.json',
      'Is it a copy of locales/en/main.json? Keep what you need of it there, and delete it.',
    ),
    unread(
      'a name with a capital, by which it is not found',
      'locales/en/More.json',
      'Rename it to locales/en/more.json, or move it elsewhere.',
    ),
    unread('flows as JSON', 'flows/more.json', 'Rename it to flows/more.yaml, or move it elsewhere.'),
    unread('a country beside its folder', 'flows/countries/au.yaml', ELSEWHERE),
    unread('a language that is no folder', 'locales/fr.json', ELSEWHERE),
    unread('texts as YAML', 'locales/en/more.yaml', ELSEWHERE),
    unread('texts in a folder below', 'locales/en/old/main.json', ELSEWHERE),
    unread(
      'a backup of a file that is gone',
      'flows/directory/au.yaml.bak',
      'Rename it to flows/directory/au.yaml, or move it elsewhere.',
    ),
    unread(
      'a recording, which is a warning',
      'locales/en/voice.mp3',
      'Move it elsewhere, or delete it.',
      'warning ',
    ),
    unread(
      'notes, which are a warning',
      'flows/notes.txt',
      'Keep notes under a name that ends in .md, or move them elsewhere.',
      'warning ',
    ),
  ],
  'duplicate-file': [
    {
      name: 'one file under both endings',
      edits: [['flows/main.yml', [], 'nodes: {}']],
      issues: [
        'flows/main.yml at `nodes: {}`: duplicate-file: There is flows/main.yaml as well. Keep one of the two.',
      ],
    },
    {
      name: 'a country in two files',
      edits: [['flows/directory/uk.yaml', [], GB]],
      issues: [
        'flows/directory/uk.yaml at `country: GB`: duplicate-file: The numbers of GB are in flows/directory/gb.yaml already. Keep one file for a country, and correct the "country" of the other.',
      ],
    },
    {
      name: 'a territory that has a file of its own',
      edits: [[US, ['territories'], ['PR', 'GB']]],
      issues: [
        'flows/directory/us.yaml at `GB`: duplicate-file: The numbers of GB are in flows/directory/gb.yaml already. Keep it in one file.',
      ],
    },
  ],
  'unreadable-file': [
    ['Windows-1252', US, GB.replace('fiction', 'fic\uFFFDi\uFFFDn'), '\uFFFDi\uFFFDn, checked: 2026-11 }'],
    ['UTF-16', MAIN, '\uFFFD\uFFFDn\0o\0d\0e\0s\0:\0', '\uFFFD\uFFFDn\0o\0d\0e\0s\0:\0'],
    ['UTF-16 without a mark', SETTINGS, 'n\0a\0m\0e\0:\0', '\0a\0m\0e\0:\0'],
    ['bytes that are no text', ENGLISH, '{ "a": "\0" }', '\0" }'],
  ].map(([name, file = '', text, at]) => ({
    name: `a file in ${name}`,
    edits: [[file, [], text]],
    issues: [
      `${file} at \`${at}\`: unreadable-file: The file is not saved as UTF-8, so this character cannot be read. Save it in your editor with the encoding "UTF-8", and look at its accents.`,
    ],
  })),
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
