/** What comes back from a translator is refused as a whole where one row cannot be meant, with its row and what to do. */

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/authored/result.ts'
import { decodeText } from '../../src/cli/support/decode-text.ts'
import { importTranslation } from '../../src/cli/support/import-translation.ts'
import { filesWith } from '../../src/cli/support/replace-texts.ts'
import type { Returned } from '../../src/cli/support/translation.ts'
import { readTranslationCsv, writeTranslationCsv } from '../../src/cli/support/translation-csv.ts'
import type { Language } from '../../src/review/language.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { languageOf, NURSE, signed } from '../support/signed.ts'

const IMPORTER = { by: undefined, today: '2026-11-27' }
const language = languageOf(fixtureFiles, 'ht')
const RULE = 'rules.cord.sms'
const UNCHANGED = { problems: [], texts: {}, rows: {} }
const COLUMNS = ['key', 'heard', 'source', 'text', 'state', 'by', 'when', 'how', 'backTranslation']

describe('a table', () => {
  test('that nobody has changed changes nothing', () => {
    expect(imported(language)).toEqual(UNCHANGED)
  })

  test('changes the texts that have changed, and signs what it says is signed', () => {
    const changed = edit('nodes.bone.label', {
      text: 'zo',
      state: 'reviewed',
      by: NURSE.by,
      when: NURSE.when,
      how: 'human',
    })
    expect(imported(language, changed)).toMatchObject({
      texts: { 'nodes.bone.label': 'zo' },
      rows: { 'nodes.bone.label': { state: 'reviewed', by: NURSE.by } },
    })
  })

  test('leaves a signed text whose words have changed without its signature', () => {
    const files = signed(fixtureFiles, 'ht', { group: 'bone' })
    const bone = languageOf(files, 'ht')
    const { texts } = imported(bone, edit('nodes.bone.label', { text: 'zo' }))
    const after = languageOf({ ...files, ...filesWith(bone, new Map(Object.entries(texts))) }, 'ht')
    expect(after.units.find(({ key }) => key === 'nodes.bone.label')?.state).toBe('draft')
    expect(after.units.find(({ key }) => key === 'nodes.bone.title')?.state).toBe('reviewed')
  })

  test('approves a text of the red list only with a back-translation of its wording', () => {
    const approved = { state: 'approved', by: NURSE.by, when: NURSE.when, how: 'human' }
    expect(imported(language, edit(RULE, approved)).problems).toEqual([
      `Row ${rowOf(RULE)}, ${RULE}: this text is on the red list: without a back-translation of this wording it cannot be approved.`,
    ])
    const { rows } = imported(language, edit(RULE, { ...approved, backTranslation: 'Call now.' }))
    expect(rows[RULE]).toMatchObject({ state: 'approved', backTranslation: 'Call now.' })
  })

  test('keeps a back-translation beside a draft', () => {
    expect(imported(language, edit(RULE, { backTranslation: 'Call now.' })).rows[RULE]).toMatchObject({
      state: 'draft',
      backTranslation: 'Call now.',
    })
  })

  test('keeps a comment, and leaves a signature beside it', () => {
    const bone = languageOf(signed(fixtureFiles, 'ht', { group: 'bone' }), 'ht')
    expect(
      imported(bone, edit('nodes.bone.label', { comment: 'Say zo.' })).rows['nodes.bone.label'],
    ).toMatchObject({
      state: 'reviewed',
      comment: 'Say zo.',
    })
  })

  test.each([
    [
      'a key that there is not',
      edit('nodes.bone.label', { key: 'nodes.bone.labell' }),
      'no text has the key "nodes.bone.labell". Give it its own again, or delete the row.',
    ],
    [
      'a key twice',
      edit('nodes.bone.title', { key: 'nodes.bone.label' }),
      '"nodes.bone.label" is there twice. Keep one.',
    ],
    [
      'a source that has changed',
      edit('nodes.bone.label', { source: 'the bones' }),
      'its source has changed since the export. It is now: "bones". Export again.',
    ],
    [
      'a lost placeholder',
      edit('phrases.voice.option', { text: '{{label}}.' }),
      'its placeholders differ from those of the source: {{key}}, {{label}} there, {{label}} here. Keep each as it is.',
    ],
    [
      'a placeholder in other words',
      edit('phrases.voice.next', { text: '{{next}}' }),
      'its placeholders differ from those of the source: none there, {{next}} here. Keep each as it is.',
    ],
    [
      'another number',
      edit('nodes.outlook.sms.years', { text: 'Anpil moun viv 5 ane.' }),
      'its numbers or keys differ from those of the source: none there, 5 here. Tell the same ones.',
    ],
    [
      'an empty text',
      edit('nodes.bone.label', { text: '' }),
      'its text is empty. Write it, or leave it as it was.',
    ],
    [
      'two lines',
      edit('nodes.bone.label', { text: 'zo\nyo' }),
      'its text has more than one line. Write it in one.',
    ],
    [
      'a state that is none',
      edit('nodes.bone.label', { state: 'ok' }),
      '"ok" is no state. These are: draft, reviewed, approved.',
    ],
    [
      'a signature without a role',
      edit('nodes.bone.label', { state: 'reviewed', by: 'Mary', when: NURSE.when, how: 'human' }),
      '"Mary" names no role. Write initials, a comma and the role, such as "M. R., nurse".',
    ],
    [
      'a date that a spreadsheet has changed',
      edit('nodes.bone.label', { state: 'reviewed', by: NURSE.by, when: '11/26/26', how: 'human' }),
      '"when" is "11/26/26". Write a day such as 2026-11-26.',
    ],
    [
      'a machine that reviews',
      edit('nodes.bone.label', { state: 'reviewed', by: NURSE.by, when: NURSE.when, how: 'machine' }),
      'what a machine has read is a draft.',
    ],
  ])('with %s is refused, and nothing of it is taken over', (_what, change, problem) => {
    const { problems, texts } = imported(language, edit('nodes.body.label', { text: 'kò' }), change)
    expect(problems).toEqual([expect.stringMatching(/^Row \d+/)])
    expect(problems[0]).toContain(problem)
    expect(texts).toEqual({})
  })

  test('names every row that is refused', () => {
    const edits = [edit('nodes.bone.label', { text: '' }), edit('nodes.body.label', { text: '5' })]
    expect(imported(language, ...edits).problems).toHaveLength(2)
  })

  test.each([
    ['semicolons', (csv: string) => rewritten(csv, ';', COLUMNS)],
    ['tabs', (csv: string) => rewritten(csv, '\t', COLUMNS)],
    ['no byte order mark', (csv: string) => csv.replace('\uFEFF', '')],
    ['line ends of Unix', (csv: string) => csv.replaceAll('\r\n', '\n')],
    ['only the columns that are needed', (csv: string) => rewritten(csv, ',', ['text', 'source', 'key'])],
  ])('with %s is read', (_what, change) => {
    expect(outcome(language, exported(language, change))).toEqual(UNCHANGED)
  })

  test('without a column, or without any order, is refused in a sentence', () => {
    const cases = [
      ['key,text\na,b\n', 'The first row must name these columns: key, source, text. It lacks: source.'],
      ['', 'The first row must name these columns: key, source, text. It lacks: key, source, text.'],
      ['key,source,text\n"a,b,c\n', 'This is no table of comma-separated values: Quote Not Closed'],
    ] as const
    for (const [csv, sentence] of cases) expect(problemsOf(readTranslationCsv(csv))[0]).toContain(sentence)
  })
})

describe('bytes of a spreadsheet', () => {
  const known = 'áéñ¿–“”A'
  const words = 'ñandú'

  test.each([
    ['UTF-8', Buffer.from('\uFEFFmañana', 'utf8'), '\uFEFFmañana'],
    ['UTF-16 with its mark', Buffer.from('\uFEFFmañana', 'utf16le'), 'mañana'],
    ['UTF-16 without one', Buffer.from('mañana', 'utf16le'), 'mañana'],
    ['UTF-16 of the other order', Buffer.from('\uFEFFmañana', 'utf16le').swap16(), 'mañana'],
    ["Windows' western encoding", Buffer.from([0x93, 0xf1, 0xe1, 0x96, 0x94]), '“ñá–”'],
  ])('in %s are read', (_encoding, bytes, text) => {
    expect(decodeText(bytes, known)).toEqual({ ok: true, value: text.replace('\uFEFF', '') })
  })

  test('with a letter that the language has not are refused', () => {
    expect(problemsOf(decodeText(Buffer.from(words, 'latin1'), known))).toEqual([
      'The file is not saved as UTF-8, and its letters cannot be told from others. Save it in your spreadsheet as "CSV UTF-8", and look at its accents.',
    ])
  })

  test('of a language with other letters are refused, whatever they seem to be', () => {
    expect(problemsOf(decodeText(Buffer.from([0xf1]), `${known}ệ`))).toHaveLength(1)
  })
})

type Fields = Partial<Pick<Returned, 'key' | 'source' | 'text'> & NonNullable<Returned['review']>>
type Edit = (rows: readonly Returned[]) => readonly Returned[]

/** Changes one row, as somebody does in a spreadsheet. */
function edit(key: string, { key: newKey = key, source, text, ...review }: Fields): Edit {
  return (rows) =>
    rows.map((row) =>
      row.key === key
        ? {
            ...row,
            key: newKey,
            source: source ?? row.source,
            text: text ?? row.text,
            ...(row.review ? { review: { ...row.review, ...review } } : {}),
          }
        : row,
    )
}

function exported(of: Language, save: (csv: string) => string = (csv) => csv): readonly Returned[] {
  const read = readTranslationCsv(save(writeTranslationCsv(of)))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.value
}

/** What an import changes, or its problems. */
function imported(of: Language, ...edits: readonly Edit[]) {
  return outcome(
    of,
    edits.reduce((rows, change) => change(rows), exported(of)),
  )
}

function outcome(of: Language, rows: readonly Returned[]) {
  const result = importTranslation(of, rows, IMPORTER)
  const { texts, rows: review } = result.ok ? result.value : { texts: [], rows: [] }
  return { problems: problemsOf(result), texts: Object.fromEntries(texts), rows: Object.fromEntries(review) }
}

function problemsOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems
}

function rowOf(key: string): number {
  return exported(language).findIndex((row) => row.key === key) + 2
}

function rewritten(csv: string, delimiter: string, columns: readonly string[]): string {
  const records: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true, bom: true })
  return stringify([...records], { header: true, columns: [...columns], delimiter })
}
