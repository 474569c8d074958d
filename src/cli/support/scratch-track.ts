/**
 * A scratch track: clips that the machine voice espeak-ng speaks, so that a language without a voice can be tried before anybody has
 * recorded it. A live line never plays them.
 *
 * @example
 * await makeScratch('ht', rows, 'recordings/ht') // rows of recordings.csv, of the kind "scratch"
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Result, refused } from '../../authored/result.ts'
import { CLIP_TYPE } from '../../locale/clips.ts'
import type { RecordingRow } from '../../locale/recordings-file.ts'
import { makeClip, secondsOfClip } from './clip-sound.ts'
import type { ScriptRow } from './recording-script.ts'
import { readSound, writeClip } from './sound-files.ts'
import { writeSilences } from './take-recordings.ts'

const run = promisify(execFile)
const PROGRAM = 'espeak-ng'
const WORDS_PER_MINUTE = '150'

/** By espeak-ng's own name of the language, which is that of the locale or its first part. */
export async function makeScratch(
  locale: string,
  script: readonly ScriptRow[],
  out: string,
): Promise<Result<readonly RecordingRow[]>> {
  const voice = await voiceFor(locale)
  if (!voice.ok) return voice
  const folder = await mkdtemp(join(tmpdir(), 'scratch-'))
  try {
    await writeSilences(out)
    const rows: RecordingRow[] = []
    for (const { hash, key, words } of script) {
      const file = join(folder, 'spoken.wav')
      await run(PROGRAM, ['-v', voice.value, '-s', WORDS_PER_MINUTE, '-w', file, '--', words])
      const sound = await readSound(file, await readFile(file))
      const clip = sound.ok ? makeClip(sound.value) : sound
      if (!clip.ok) return refused(`"${words}" (${key}): ${clip.problems.join(' ')}`)
      await writeFile(join(out, hash + CLIP_TYPE), writeClip(clip.value))
      rows.push({ hash, key, seconds: secondsOfClip(clip.value), by: PROGRAM, kind: 'scratch' })
    }
    return { ok: true, value: rows }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function voiceFor(locale: string): Promise<Result<string>> {
  const listed = await run(PROGRAM, ['--voices']).catch(() => null)
  if (!listed) return refused('The program espeak-ng is missing. Install it: apt-get install -y espeak-ng.')
  const known = listed.stdout.split('\n').map((line) => line.trim().split(/\s+/)[1] ?? '')
  const asked = [locale.toLowerCase(), new Intl.Locale(locale).language]
  const voice = asked.find((each) => known.includes(each))
  return voice ? { ok: true, value: voice } : refused(`espeak-ng speaks no language "${locale}".`)
}
