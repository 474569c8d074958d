/**
 * `npm run translate -- export vi` writes all texts of a language beside their sources to a file for translators; `import vi file`
 * takes it back, whole or not at all.
 *
 * @example
 * npm run translate -- export vi                              # vi.xlf, for Weblate, Crowdin, Trados, OmegaT
 * npm run translate -- export vi --format csv --out vi.csv    # for a spreadsheet
 * npm run translate -- import vi vi.csv
 * npm run translate -- import vi vi.xlf --by "A. S., oncologist"
 */
import { readFile, writeFile } from 'node:fs/promises'
import { reviewPath, writeReview } from '../locale/review-file.ts'
import { type Language, readTranslation } from '../review/language.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith } from '../server/load-line.ts'
import { shippedProject } from '../server/project.ts'
import { writeTogether } from '../server/write-together.ts'
import { readArguments, root } from './support/command.ts'
import { decodeText } from './support/decode-text.ts'
import { importTranslation } from './support/import-translation.ts'
import { filesWith } from './support/replace-texts.ts'
import { readTranslationCsv, writeTranslationCsv } from './support/translation-csv.ts'
import { readXliff, writeXliff } from './support/translation-xliff.ts'

const FORMATS: Readonly<
  Record<
    string,
    { readonly ending: string; readonly write: (language: Language) => string | Promise<string> }
  >
> = {
  xliff: { ending: 'xlf', write: writeXliff },
  csv: { ending: 'csv', write: writeTranslationCsv },
}
const HOW = 'Write `npm run translate -- export vi`, or `npm run translate -- import vi vi.xlf`.'
const LISTED = 20

const USAGE = `npm run translate -- export <language>: all texts beside their sources, as a file for translators.
npm run translate -- import <language> <file>: takes it back, whole or not at all.

  --format csv          for a spreadsheet; xliff where it is left out
  --out <file>          where to write
  --by "A. S., nurse"   who has reviewed it`

const { values, positionals } = readArguments(USAGE, {
  options: {
    format: { type: 'string', default: 'xliff' },
    out: { type: 'string' },
    by: { type: 'string' },
  },
  allowPositionals: true,
})
const [task, locale, path, ...more] = positionals
if (locale === undefined || more.length > 0) exitWith(HOW)
// Only shipped texts are translated, not those that an operator has changed.
const read = readTranslation(await loadFiles(shippedProject(root)), locale)
if (!read.ok) exitWith(read.problems.join('\n'))
if (task === 'export' && path === undefined) await exportTo(read.value)
else if (task === 'import' && path !== undefined) await importFrom(read.value, path)
else exitWith(HOW)

async function exportTo(language: Language): Promise<void> {
  const format =
    FORMATS[values.format] ??
    exitWith(`There is no format "${values.format}". Choose one of: ${Object.keys(FORMATS).join(', ')}.`)
  const out = values.out ?? `${language.locale}.${format.ending}`
  await writeFile(out, await format.write(language)).catch((error: Error) =>
    exitWith(`${out} cannot be written: ${error.message}.`),
  )
  process.stdout.write(`Written: ${out}, ${language.units.length} texts.\n`)
}

async function importFrom(language: Language, file: string): Promise<void> {
  const bytes = await readFile(file).catch((error: Error) =>
    exitWith(`${file} cannot be read: ${error.message}.`),
  )
  const known = language.units.map(({ source, text = '' }) => source + text).join('')
  const text = decodeText(bytes, known)
  if (!text.ok) return refuse(file, text.problems)
  const isXml = /^\uFEFF?\s*</.test(text.value)
  const returned = isXml ? await readXliff(text.value, language.locale) : readTranslationCsv(text.value)
  if (!returned.ok) return refuse(file, returned.problems)
  const importer = { by: values.by, today: new Date().toISOString().slice(0, 10) }
  const change = importTranslation(language, returned.value, importer)
  if (!change.ok) return refuse(file, change.problems)
  const { texts, rows } = change.value
  const review = writeReview(rows)
  const isSigned = rows.size > 0 && review !== language.files[reviewPath(language.locale)]
  const files = {
    ...filesWith(language, texts),
    ...(isSigned ? { [reviewPath(language.locale)]: review } : {}),
  }
  await writeTogether(root, files)
  const names = Object.keys(files)
  process.stdout.write(
    names.length === 0
      ? `Nothing has changed in ${returned.value.length} texts.\n`
      : `${texts.size} of ${returned.value.length} texts have changed. Written: ${names.join(', ')}. Now run \`npm run lines\`.\n`,
  )
}

function refuse(file: string, problems: readonly string[]): never {
  const more = problems.length - LISTED
  exitWith(
    [
      ...problems.slice(0, LISTED),
      ...(more > 0 ? [`And ${more} more.`] : []),
      `Nothing of ${file} was taken over.`,
    ].join('\n'),
  )
}
