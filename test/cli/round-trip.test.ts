/** Every text of a language goes to a translator and back unchanged, in both formats; what they change goes where it belongs. */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { importTranslation, type TextChange } from '../../src/cli/support/import-translation.ts'
import { filesWith, replaceTexts } from '../../src/cli/support/replace-texts.ts'
import type { Returned } from '../../src/cli/support/translation.ts'
import { readTranslationCsv, writeTranslationCsv } from '../../src/cli/support/translation-csv.ts'
import { readXliff, writeXliff } from '../../src/cli/support/translation-xliff.ts'
import { reviewPath, writeReview } from '../../src/locale/review-file.ts'
import type { Language } from '../../src/review/language.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { root } from '../support/root.ts'
import { languageOf, NURSE, signed } from '../support/signed.ts'

const IMPORTER = { by: undefined, today: '2026-11-26' }
const formats = [
  [
    'XLIFF',
    async (language: Language) => given(await readXliff(await writeXliff(language), language.locale)),
  ],
  ['CSV', async (language: Language) => given(readTranslationCsv(writeTranslationCsv(language)))],
] as const

const real = await loadFiles(shippedProject(root))
const others = Object.keys(real).flatMap((file) => /^locales\/([^/]+)\/locale\.json$/.exec(file)?.[1] ?? [])

describe.each(formats)('by %s', (_format, sendAndReturn) => {
  test.each(others.filter((locale) => locale !== 'en'))(
    'all texts of %s come back as they were',
    async (locale) => {
      const language = languageOf(real, locale)
      const returned = await sendAndReturn(language)
      expect(returned.length).toBe(language.units.length)
      const before = new Map(language.units.map(({ key, text = '' }) => [key, text]))
      expect(returned.filter(({ key, text }) => text !== before.get(key))).toEqual([])
      const { texts, rows } = changeOf(language, returned)
      expect([...texts.keys()]).toEqual([])
      expect(rows.size).toBe(language.rows.size)
    },
  )

  test('states come back as they were', async () => {
    const language = languageOf(signed(fixtureFiles, 'ja', { group: 'bone' }), 'ja')
    const { texts, rows } = changeOf(language, await sendAndReturn(language))
    expect(texts.size).toBe(0)
    expect(writeReview(rows)).toBe(language.files[reviewPath('ja')])
  })

  test('a folder that was emptied gets all its texts again', async () => {
    const whole = languageOf(fixtureFiles, 'ht')
    const returned = await sendAndReturn(whole)
    const emptied = languageOf(without(fixtureFiles, whole), 'ht')
    expect(emptied.units.every(({ text }) => text === undefined)).toBe(true)
    const written = filesWith(emptied, changeOf(emptied, returned).texts)
    const texts = languageOf({ ...fixtureFiles, ...written }, 'ht').units.map(({ key, text }) => [key, text])
    expect(texts).toEqual(whole.units.map(({ key, text }) => [key, text]))
  })

  test('a text that has changed changes its line and no other', async () => {
    const language = languageOf(real, 'es')
    const returned = (await sendAndReturn(language)).map((each) =>
      each.key === 'nodes.bone.label' ? { ...each, text: 'los "huesos"' } : each,
    )
    const [[file, text] = ['', ''], other] = Object.entries(
      filesWith(language, changeOf(language, returned).texts),
    )
    expect(other).toBeUndefined()
    const [before, after] = [String(real[file]), text].map((each) => each.split('\n'))
    expect(after?.filter((line, index) => line !== before?.[index])).toEqual([
      '    "label": "los \\"huesos\\"",',
    ])
  })
})

test('files are written as they are formatted, whatever is put into them', () => {
  const { units, files } = languageOf(real, 'es')
  const texts = new Map(units.map(({ key, text = '' }) => [key, text]))
  const written = filesWith({ units, files }, texts)
  expect(Object.keys(written).length).toBeGreaterThan(10)
  expect(Object.entries(written).filter(([file, text]) => text !== real[file])).toEqual([])
})

test('a text that was not there is written at the end of what it belongs to', () => {
  const written = replaceTexts('{\n  "bone": { "title": "Zo", "keywords": ["zo", "zo yo"] }\n}\n', [
    { path: ['bone', 'voice', 'where'], text: 'Nan zo yo.' },
  ])
  expect(written).toBe(
    '{\n  "bone": {\n    "title": "Zo",\n    "keywords": ["zo", "zo yo"],\n    "voice": {\n      "where": "Nan zo yo."\n    }\n  }\n}\n',
  )
})

describe('XLIFF', () => {
  const language = languageOf(signed(fixtureFiles, 'ht', { group: 'bone' }), 'ht')

  test('tells where a text is heard, how long it may be, and protects its placeholders', async () => {
    const xml = await writeXliff(language)
    const unit = unitIn(xml, 'nodes.bone.sms.where')
    expect(unit).toContain('approved="no" xml:space="preserve" maxwidth="459" size-unit="char"')
    expect(unit).toContain('<note>Topic bone (21), by text: part 1 of 3, "where"</note>')
    expect(unitIn(xml, 'nodes.bone.voice.where')).toContain('<note>At most 45 seconds</note>')
    expect(unitIn(xml, 'nodes.bone.voice.signs')).toContain(
      '<target><x id="1" equiv-text="{{warning.cord}}"/></target>',
    )
  })

  test('keeps a placeholder of which only the number came back', async () => {
    const xml = (await writeXliff(language)).replaceAll(/ equiv-text="[^"]*"(?=\/>[^<]*<\/target>)/g, '')
    expect(changeOf(language, given(await readXliff(xml, 'ht'))).texts.size).toBe(0)
  })

  test('approves in the name of who imports it', async () => {
    const xml = (await writeXliff(language)).replace(
      'id="nodes.bone.label" approved="no"',
      'id="nodes.bone.label" approved="yes"',
    )
    const returned = given(await readXliff(xml, 'ht'))
    expect(importTranslation(language, returned, IMPORTER)).toEqual({
      ok: false,
      problems: [
        'Unit "nodes.bone.label", nodes.bone.label: it is approved, and an XLIFF does not say by whom. Import it with --by "M. R., nurse".',
      ],
    })
    const { rows } = changeOf(language, returned, { ...IMPORTER, by: NURSE.by })
    expect(rows.get('nodes.bone.label')).toMatchObject({ state: 'approved', by: NURSE.by, how: 'human' })
  })

  test.each([
    ['no XML', 'key,text', /^This is no XLIFF that can be read \(.+\)\./],
    [
      'another version',
      '<xliff version="2.0" srcLang="en" trgLang="ht"><file original="a"><body></body></file></xliff>',
      /^This is XLIFF 2\.0\. Save it as XLIFF 1\.2\.$/,
    ],
    [
      'another language',
      '<xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body></body></file></xliff>',
      /^This file is of the language "fr", not of "ht"\.$/,
    ],
    [
      'which the end is missing',
      '<xliff version="1.2"><file original="a" source-language="en"><body><trans-unit id="a"><source>a</source><target>half a sent',
      /^The end of this file is missing/,
    ],
    [
      'an id twice',
      '<xliff version="1.2"><file original="a" source-language="en"><body><trans-unit id="a"><source>a</source></trans-unit><trans-unit id="a"><source>a</source></trans-unit></body></file></xliff>',
      /^Two units have the same id/,
    ],
  ])('of %s is refused in a sentence', async (_what, xml, sentence) => {
    const read = await readXliff(xml, 'ht')
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(sentence)])
  })
})

function changeOf(
  language: Language,
  returned: readonly Returned[],
  importer: Parameters<typeof importTranslation>[2] = IMPORTER,
): TextChange {
  return given(importTranslation(language, returned, importer))
}

function given<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly problems: readonly string[] },
): T {
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

function without(files: Files, { units, files: own }: Language): Files {
  const edits = units.map(({ file, path }) => [file, path] as const)
  const kept = Object.fromEntries(Object.keys(own).map((file) => [file, files[file] ?? '']))
  return { ...files, ...editFiles(kept, ...edits) }
}

function unitIn(xml: string, key: string): string {
  return xml.split('\n').find((line) => line.includes(`id="${key}"`)) ?? ''
}
