/**
 * The small line as one whose Creole has no voice, and clips instead.
 *
 * @example
 * const line = openRecorded({ isDemo: false }) // every clip is there, spoken by a person
 * openRecorded({ without: ['nodes.bone'] })    // of "bone" nothing is recorded
 */
import { type Line, openLine } from '../../src/line/line.ts'
import { type SpokenText, spokenTexts } from '../../src/line/spoken-texts.ts'
import { tellRecorded } from '../../src/line/tell-recorded.ts'
import { lint } from '../../src/lint/lint.ts'
import { clipsOf } from '../../src/locale/clips.ts'
import { type RecordingRow, recordingsPath, writeRecordings } from '../../src/locale/recordings-file.ts'
import { editFiles } from './edit-files.ts'
import { fixtureFiles, openFixture } from './fixture.ts'

/** The language without a voice. */
export const VOICELESS = 'ht'
export const CLIPS = 'https://clips.example.org/ht/'

export const voicelessFiles = editFiles(
  fixtureFiles,
  ['locales/ht/locale.json', ['voice']],
  ['locales/ht/locale.json', ['recordings', 'url'], CLIPS],
  // Nobody can call without "core" until every topic is recorded.
  ['flows/line.yaml', ['core'], ['bone']],
)

const voiceless = openFixture(voicelessFiles)

interface Recorded {
  readonly isDemo?: boolean
  readonly kind?: RecordingRow['kind']
  /** Keys, or beginnings of keys, of texts without clips of their own. */
  readonly without?: readonly string[]
}

/** A clip lasts one second. */
export function recordedRows({ kind = 'person', without = [] }: Recorded = {}): readonly RecordingRow[] {
  const isLeft = ({ key }: SpokenText) => without.some((each) => key.startsWith(each))
  const texts = spokenTexts(voiceless, VOICELESS)
  const left = new Set(texts.filter(isLeft).flatMap(({ text }) => clipsOf(text).map(({ name }) => name)))
  const rows = texts.flatMap(({ key, text }) =>
    clipsOf(text).map(({ name }) => ({ hash: name, key, seconds: 1, by: 'M. R., speaker', kind })),
  )
  return [...new Map(rows.map((row) => [row.hash, row])).values()].filter(({ hash }) => !left.has(hash))
}

/** The line with the notices of its start; the files are compiled, as an operator's are. */
export function tellWith(recorded: Recorded = {}): ReturnType<typeof tellRecorded> {
  const rows = recordedRows(recorded)
  const recordings = Object.fromEntries(
    rows.map(({ hash, seconds, kind }) => [
      hash,
      kind === 'scratch' ? { seconds, isScratch: true as const } : { seconds },
    ]),
  )
  const { [VOICELESS]: data, ...others } = voiceless.locales
  if (!data) throw new Error('The fixture has no such language.')
  const line: Line = { ...voiceless, locales: { ...others, [VOICELESS]: { ...data, recordings } } }
  return tellRecorded(line, { isDemo: recorded.isDemo ?? false })
}

export function openRecorded(recorded: Recorded = {}): Line {
  return tellWith(recorded).line
}

/** From the files on, with `recordings.csv`. */
export function compileRecorded(rows: readonly RecordingRow[], files = voicelessFiles): Line {
  const { line, issues } = lint({ ...files, [recordingsPath(VOICELESS)]: writeRecordings(rows) })
  if (!line) throw new Error(JSON.stringify(issues))
  return tellRecorded(openLine(line), { isDemo: false }).line
}
