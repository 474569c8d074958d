/**
 * Every mistake an author can make is found, at its place, with a sentence that says what to do. The mistakes stand in
 * `mistakes/`, by their code.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasErrors, ISSUE_CODES, type IssueCode } from '../../src/authored/issue.ts'
import { type Edit, editFiles } from '../support/edit-files.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { lintFrom } from '../support/lint-from.ts'
import { root } from '../support/root.ts'
import { directoryMistakes } from './mistakes/directory.ts'
import { fileMistakes } from './mistakes/files.ts'
import { flowMistakes } from './mistakes/flows.ts'
import { languageMistakes } from './mistakes/languages.ts'
import { menuMistakes } from './mistakes/menus.ts'
import {
  ENGLISH,
  inEveryLanguage,
  MAIN,
  type Mistake,
  optionsTo,
  SETTINGS,
  showIssue,
} from './mistakes/mistake.ts'
import { readingMistakes } from './mistakes/reading.ts'
import { recordingMistakes } from './mistakes/recordings.ts'
import { textMistakes } from './mistakes/texts.ts'
import { wordMistakes } from './mistakes/words.ts'

const mistakes: Readonly<Record<IssueCode, readonly Mistake[]>> = {
  ...readingMistakes,
  ...directoryMistakes,
  ...fileMistakes,
  ...flowMistakes,
  ...languageMistakes,
  ...menuMistakes,
  ...recordingMistakes,
  ...textMistakes,
  ...wordMistakes,
}

const lint = lintFrom(fixtureFiles)

const DEAD_END = [MAIN, ['nodes', 'person', 'otherwise'], 'main'] as const
const NO_WORDS = ['locales/ht/main.json', ['bone', 'keywords'], []] as const

/** A Sunday. */
const TODAY = '2026-11-22'

/** What comes close to a mistake and is allowed. */
const allowed: readonly (readonly [string, readonly Edit[]])[] = [
  [
    'a menu of five choices',
    [[MAIN, ['nodes', 'body', 'options'], optionsTo('bone', 'outlook', 'call', 'ways', 'number')]],
  ],
  ['a part of 45 seconds', [[ENGLISH, ['outlook', 'voice', 'years'], 'Some. '.repeat(56)]]],
  [
    'a word that is not printed, one letter from a word of the carriers',
    [[ENGLISH, ['bone', 'keywords'], ['bone', 'stip']]],
  ],
  [
    'a word that leads to two topics, in two languages',
    [['locales/ht/main.json', ['outlook', 'keywords'], ['lavni', 'bones']]],
  ],
  ['one word for a command in two languages', [['locales/ht/commands.json', ['menu'], ['menu']]]],
  [
    'a file with the other ending',
    [
      ['flows/directory/gb.yaml', []],
      ['flows/directory/GB.yml', [], fixtureFiles['flows/directory/gb.yaml']],
    ],
  ],
  [
    'what editors, archives and file managers leave behind',
    [
      ...[
        'flows/.#main.yaml',
        'flows/#main.yaml#',
        'flows/main.yaml~',
        'flows/main.yaml.orig',
        'flows/.main.yaml.swp',
      ],
      ...[
        'locales/en/._main.json',
        'locales/__MACOSX/en/main.json',
        'locales/en/.DS_Store',
        'flows/Thumbs.db',
      ],
      ...['locales/desktop.ini', 'locales/en/notes.md', 'flows/schemas/flow.json'],
    ].map((file): Edit => [file, [], '\0']),
  ],
  ['a mark of the byte order', [[MAIN, [], `\uFEFF${fixtureFiles[MAIN]}`]]],
  ...['\r\n', '\r'].map((ending): (typeof allowed)[number] => [
    `the line ending ${JSON.stringify(ending)}`,
    [MAIN, ENGLISH, SETTINGS].map(
      (file): Edit => [file, [], String(fixtureFiles[file]).replaceAll('\n', ending)],
    ),
  ]),
  ['a comma after the last text', [[ENGLISH, [], String(fixtureFiles[ENGLISH]).replace(/\}\s*$/, ',}')]]],
  [
    'hours one after the other, through a night and to the end of a day',
    [
      [
        SETTINGS,
        ['handoff', 'open'],
        [
          { days: ['mon'], from: '00:00', to: '12:00' },
          { days: ['mon'], from: '12:00', to: '24:00' },
          { days: ['tue', 'sun'], from: '18:00', to: '00:00' },
        ],
      ],
      [SETTINGS, ['handoff', 'textNumber'], false],
    ],
  ],
  [
    'a day that is closed each year, also in a leap year',
    [[SETTINGS, ['handoff', 'closed'], ['02-29', '12-25']]],
  ],
  ['a name of 40 letters', [[SETTINGS, ['name'], 'A Line for People Who Live with a Cancer']]],
  [
    'a quotation within a text',
    [[ENGLISH, ['outlook', 'voice', 'years'], 'Ask: "How long?" Some say “years”']],
  ],
  [
    'a node called "constructor"',
    [
      [MAIN, ['nodes', 'constructor'], { kind: 'menu', options: optionsTo('bone') }],
      [MAIN, ['nodes', 'body', 'options'], optionsTo('bone', 'outlook', 'constructor')],
      ...inEveryLanguage(['constructor'], { label: 'a', title: 'A' }),
    ],
  ],
  ['a topic in two menus', [[MAIN, ['nodes', 'main', 'options'], optionsTo('body', 'call', 'bone')]]],
]

describe.each(Object.entries(mistakes))('%s', (code, cases) => {
  test.each(cases)('$name', ({ edits, issues }) => {
    const files = editFiles(fixtureFiles, ...edits)
    const { line, issues: found } = lint(files, TODAY)
    expect(found.map((issue) => showIssue(files, issue))).toEqual(issues)
    expect(found.map((issue) => issue.code)).toContain(code)
    expect(line === undefined).toBe(hasErrors(found))
  })
})

test.each(allowed)('%s is no mistake', (_name, edits) => {
  expect(lint(editFiles(fixtureFiles, ...edits)).issues).toEqual([])
})

test('every code has a mistake here, and a row in docs/issues.md', () => {
  const documented = readFileSync(join(root, 'docs', 'issues.md'), 'utf8').matchAll(/^\| (`.*?`) +\|/gm)
  const codes = [...documented].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)`/g)].map(([, code]) => code),
  )
  expect(Object.keys(mistakes).sort()).toEqual([...ISSUE_CODES].sort())
  expect(codes.sort()).toEqual([...ISSUE_CODES].sort())
})

test('an issue has line and column, counted from 1', () => {
  const { issues } = lint(editFiles(fixtureFiles, ['flows/line.yaml', [], 'name: A\ncountry: us\n']))
  expect(issues.find(({ message }) => message.includes('country'))).toMatchObject({
    file: 'flows/line.yaml',
    line: 2,
    column: 1,
  })
})

test('one mistake does not hide another', () => {
  const { issues } = lint(editFiles(fixtureFiles, DEAD_END, NO_WORDS))
  expect(issues.map(({ code }) => code)).toEqual(['dead-end', 'missing-keyword'])
})

test('a file that cannot be read is not taken for an absent one', () => {
  const { issues } = lint(editFiles(fixtureFiles, [MAIN, [], 'nodes: ['], NO_WORDS))
  expect(issues.map(({ code, file }) => `${file} ${code}`)).toEqual([`${MAIN} syntax`])
})

test('the fixture line has no issue', () => {
  expect(lint(fixtureFiles).issues).toEqual([])
})
