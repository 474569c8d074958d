/**
 * Takes back a folder of recordings: each file is known by its name, checked, cut, and written as the clip of its words.
 *
 * @example
 * const { taken, problems } = await takeRecordings('from Marie', { script, list, out: 'recordings/ht', by: 'M. R., speaker' })
 * // problems: ['007.wav: It is clipped in 41 places: …']
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refused } from '../../authored/result.ts'
import { CLIP_TYPE } from '../../locale/clips.ts'
import type { RecordingRow } from '../../locale/recordings-file.ts'
import { SILENCES, silenceName } from '../../voice/clips-played.ts'
import { CLIP_RATE, makeClip, secondsOfClip } from './clip-sound.ts'
import { hashOfFile, type readList, type ScriptRow } from './recording-script.ts'
import { readSound, writeClip } from './sound-files.ts'

interface Task {
  readonly script: readonly ScriptRow[]
  /** The script as it was when it was written for the speaker. */
  readonly list: ReturnType<typeof readList>
  /** The folder of clips. */
  readonly out: string
  readonly by: string
}

const UNREADABLE = refused('It is a folder, or may not be read.')

/** Of two files of one clip the later name is taken. A problem is a sentence that begins with the name of the file. */
export async function takeRecordings(
  folder: string,
  { script, list, out, by }: Task,
): Promise<{ readonly taken: readonly RecordingRow[]; readonly problems: readonly string[] }> {
  const taken = new Map<string, RecordingRow>()
  const problems: string[] = []
  const files = (await readdir(folder)).filter((file) => !file.startsWith('.')).sort()
  await writeSilences(out)
  for (const file of files) {
    const hash = hashOfFile(file, list)
    const row = script.find((each) => each.hash === hash)
    if (!row) {
      problems.push(
        `${file}: ${hash ? 'The words of this number have changed since the script was written. Write it anew.' : 'Its name is no number of the script, as in "007.wav". Only WAV and MP3 are read.'}`,
      )
      continue
    }
    const bytes = await readFile(join(folder, file)).catch(() => null)
    const sound = bytes ? await readSound(file, bytes) : UNREADABLE
    const clip = sound.ok ? makeClip(sound.value, row.seconds) : sound
    if (!clip.ok) {
      problems.push(...clip.problems.map((problem) => `${file} "${row.words}": ${problem}`))
      continue
    }
    await writeFile(join(out, row.hash + CLIP_TYPE), writeClip(clip.value))
    const seconds = secondsOfClip(clip.value)
    taken.set(row.hash, { hash: row.hash, key: row.key, seconds, by, kind: 'person' })
  }
  return { taken: [...taken.values()], problems }
}

/** The pauses between clips, which every folder of clips needs. */
export async function writeSilences(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const milliseconds of SILENCES) {
    const samples = new Float64Array((milliseconds * CLIP_RATE) / 1000)
    await writeFile(join(out, silenceName(milliseconds)), writeClip(samples))
  }
}

/** The rows with new ones in their places; stale rows of a text that has been recorded anew are dropped. */
export function mergeRecordings(
  earlier: readonly RecordingRow[],
  taken: readonly RecordingRow[],
  script: readonly ScriptRow[],
): readonly RecordingRow[] {
  const known = new Set(script.map(({ hash }) => hash))
  const anew = new Set(taken.map(({ key }) => key))
  const kept = earlier.filter(({ hash, key }) => known.has(hash) || !anew.has(key))
  return [...new Map([...kept, ...taken].map((row) => [row.hash, row])).values()]
}
