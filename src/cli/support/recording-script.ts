/**
 * The clips of a language as a script to record: each once, with a number, its words, how long they take, and the whole sentence in
 * which they are heard.
 *
 * @example
 * recordingScript(line, 'ht') // [{ number: 1, hash: '4d5d0d8e2b1c', key: 'voice.answering', words: 'Plainline', seconds: 0.5, … }]
 */

import { stringify } from 'csv-stringify/sync'
import { readCsv } from '../../authored/csv.ts'
import type { Line } from '../../line/line.ts'
import { type SpokenText, spokenTexts } from '../../line/spoken-texts.ts'
import { clipsOf } from '../../locale/clips.ts'
import { secondsUntilSaid } from '../../voice/seconds.ts'
import { withoutBreaths } from '../../voice/speech.ts'
import { spokenLanguage } from '../../voice/spoken-language.ts'

export interface ScriptRow {
  /** From 1, in the order of the whole script. */
  readonly number: number
  readonly hash: string
  readonly key: string
  readonly words: string
  /** About how long they take. */
  readonly seconds: number
  /** The sentence that they are heard in, as its authors write it. */
  readonly heardIn: string
  /** Where: the title of the node in its language, or what else a call says. */
  readonly place: string
  /** No call can do without it. */
  readonly isNeeded: boolean
}

type ListedClip = Pick<ScriptRow, 'number' | 'hash'>

/** By the beginning of a key. */
const PLACES: Readonly<Record<string, string>> = {
  settings: 'The name of the line',
  digits: 'Digits',
  phrases: 'Around the topics',
  rules: 'Answers to danger',
  replies: 'What the line says of itself',
  directory: 'Helplines',
  sources: 'Publishers, of whom a call says who tells this',
  countries: 'Countries',
}
const LIST_COLUMNS = ['number', 'hash', 'key', 'seconds', 'words', 'heardIn', 'place'] as const

export function recordingScript(line: Line, locale: string): readonly ScriptRow[] {
  const language = spokenLanguage(line, locale)
  const rows = new Map<string, ScriptRow>()
  for (const text of spokenTexts(line, locale))
    for (const { name, words } of clipsOf(text.text)) {
      if (rows.has(name)) continue
      rows.set(name, {
        number: rows.size + 1,
        hash: name,
        key: text.key,
        words,
        seconds: secondsUntilSaid(words, language),
        heardIn: heardIn(text),
        place: placeOf(line, locale, text),
        isNeeded: text.isNeeded,
      })
    }
  return [...rows.values()]
}

/** The list beside the script, by which files named by number are known. */
export function writeList(rows: readonly ScriptRow[]): string {
  const cells = rows.map((row) => ({ ...row, seconds: row.seconds.toFixed(1) }))
  return stringify(cells, { header: true, columns: [...LIST_COLUMNS], escape_formulas: true })
}

/** The clips of a list, which may be older than the texts. */
export function readList(csv: string): readonly ListedClip[] {
  const table = readCsv(csv, ['number', 'hash'])
  if (!table.ok) return []
  return table.value.map(({ cells: { number, hash = '' } }) => ({ number: Number(number), hash }))
}

/**
 * The clip that a file is of: named by its number in the list ("007 second try.wav"), or by its hash.
 *
 * @example
 * hashOfFile('012.mp3', list) // '4d5d0d8e2b1c'
 */
export function hashOfFile(file: string, list: readonly ListedClip[]): string | undefined {
  const [, hash] = /^([0-9a-f]{12})\.(?:wav|mp3)$/i.exec(file) ?? []
  if (hash) return hash.toLowerCase()
  const [, number] = /^0*(\d{1,5})(?:\D.*)?\.(?:wav|mp3)$/i.exec(file) ?? []
  return list.find((each) => each.number === Number(number ?? Number.NaN))?.hash
}

/** Values are gaps. */
function heardIn({ text }: SpokenText): string {
  return withoutBreaths(text.replace(/\{\{[^}]*\}\}/g, '…')).trim()
}

function placeOf(line: Line, locale: string, { key, node }: SpokenText): string {
  const title = node && line.locales[locale]?.resources.nodes[node]?.title
  return title ?? PLACES[key.split('.')[0] ?? ''] ?? key
}
