/**
 * The clips that a prompt is played from, where all its words are recorded; a prompt of which a word is missing is said by a voice.
 * Pauses are clips of silence: `<Pause>` lasts a second at least, and other networks refuse it in a `<Gather>` (docs/design/twilio.md).
 *
 * @example
 * clipsPlayed(line, texts, 'ht', phrase('voice.person', { key: '0' }))
 * // [{ name: '9d1f…', words: 'Pou pale ak yon moun', seconds: 1.2, pause: 300 }, …]
 */
import type { Line, Played } from '../line/line.ts'
import { CLIP_TYPE, clipPieces, markValue } from '../locale/clips.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { PAUSES, type Pace, speakPhone } from './speech.ts'

interface PlayedClip {
  readonly name: string
  readonly words: string
  readonly seconds: number
  /** Milliseconds of silence after it. */
  readonly pause: number
}

/** The lengths of the clips of silence that every folder of clips has, in milliseconds. */
export const SILENCES = [...new Set(Object.values(PAUSES).flatMap(({ breath, prompt }) => [breath, prompt]))]

/** Undefined where a voice says it. */
export function clipsPlayed(
  line: Pick<Line, 'locales'>,
  texts: Texts,
  locale: string,
  wording: Wording,
  pace: Pace = 'normal',
): readonly PlayedClip[] | undefined {
  const { played } = line.locales[locale] ?? {}
  if (!played) return undefined
  const { breath, prompt } = PAUSES[pace]
  const clips: PlayedClip[] = []
  for (const piece of clipPieces(texts(locale, wording, speakPhone, markValue))) {
    const last = clips.at(-1)
    if (piece.kind === 'breath') {
      if (last) clips[clips.length - 1] = { ...last, pause: breath }
      continue
    }
    const { [piece.name]: seconds } = played.seconds
    if (seconds === undefined) return undefined
    clips.push({ name: piece.name, words: piece.words, seconds, pause: 0 })
  }
  return clips.map((clip, index) => (index === clips.length - 1 ? { ...clip, pause: prompt } : clip))
}

/** The addresses of clips and of the silence after them. */
export function clipAddresses({ at }: Pick<Played, 'at'>, clips: readonly PlayedClip[]): readonly string[] {
  return clips.flatMap(({ name, pause }) => [
    at + name + CLIP_TYPE,
    ...(pause > 0 ? [at + silenceName(pause)] : []),
  ])
}

/** @example silenceName(600) // 'silence-600.wav' */
export function silenceName(milliseconds: number): string {
  return `silence-${milliseconds}${CLIP_TYPE}`
}
