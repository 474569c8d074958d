/**
 * What is wrong with a recording before it becomes a clip, and the clip cut and brought to one level: pure, on samples from -1 to 1.
 *
 * @example
 * makeClip(samples, 3.2) // { ok: false, problems: ['It is too quiet (-48 dB). Hold the microphone nearer.'] }
 */
import { type Result, refused } from '../../authored/result.ts'

type Samples = Float64Array

/** Of a telephone line, in samples a second. */
export const CLIP_RATE = 8000
/** Speech in a frame of 20 ms: louder than this below the loudest frame, or than any room. */
const FRAME = CLIP_RATE / 50
const SPEECH_BELOW_PEAK_DB = 35
const ROOM_DB = -55
/** Silence that is left before and after the words, in samples. */
const [HEAD, TAIL] = [0.06 * CLIP_RATE, 0.12 * CLIP_RATE]
/** Of the frames with speech: what is quieter than the first is lost in noise; the second is that of other voices on the line. */
const [QUIETEST_DB, LEVEL_DB] = [-40, -20]
/** Full scale, nearly: three samples there in a row are cut off, and ten such places are heard. */
const FULL = 0.99
const [CLIPPED_RUN, MOST_CLIPPED] = [3, 10]
/** A hundredth under full scale, so that the level does not clip what was not. */
const HIGHEST_PEAK = 0.9
/** How much faster or slower than expected a person may read, with so many seconds to spare for short words. */
const [FASTEST, SLOWEST, SPARE] = [0.4, 2.5, 1.5]

/** Before a recording is brought to another rate, which hides it. */
export function clippingProblem(samples: Samples): string | undefined {
  let [places, run] = [0, 0]
  for (const sample of samples) {
    run = Math.abs(sample) >= FULL ? run + 1 : 0
    if (run === CLIPPED_RUN) places += 1
  }
  return places > MOST_CLIPPED
    ? `It is clipped in ${places} places: too loud for the microphone. Turn it down, or move back a little, and record again.`
    : undefined
}

/** `samples` at the rate of a clip; `expected` is how many seconds the words take, where that can be wrong. */
export function makeClip(samples: Samples, expected?: number): Result<Samples> {
  const levels = frameLevels(samples)
  const loudest = Math.max(...levels, Number.NEGATIVE_INFINITY)
  const threshold = Math.max(ROOM_DB, loudest - SPEECH_BELOW_PEAK_DB)
  const first = levels.findIndex((level) => level >= threshold)
  if (first < 0) return refused('It is silent. Record it again.')
  const last = levels.findLastIndex((level) => level >= threshold)
  const spoken = levels.filter((level) => level >= threshold)
  const level = decibels(spoken.reduce((sum, each) => sum + 10 ** (each / 10), 0) / spoken.length)
  const seconds = ((last - first + 1) * FRAME) / CLIP_RATE
  const problems = [
    ...(level < QUIETEST_DB
      ? [`It is too quiet (${Math.round(level)} dB). Hold the microphone nearer, and record again.`]
      : []),
    ...(expected === undefined ? [] : lengthProblem(seconds, expected)),
  ]
  if (problems.length > 0) return refused(...problems)
  const cut = samples.slice(Math.max(0, first * FRAME - HEAD), (last + 1) * FRAME + TAIL)
  const peak = cut.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(10 ** ((LEVEL_DB - level) / 20), HIGHEST_PEAK / peak)
  return { ok: true, value: cut.map((sample) => sample * gain) }
}

export function secondsOfClip({ length }: Samples): number {
  return Math.max(0.01, Math.round((length / CLIP_RATE) * 100) / 100)
}

function lengthProblem(seconds: number, expected: number): readonly string[] {
  const [is, about] = [seconds.toFixed(1), expected.toFixed(1)]
  if (seconds < expected * FASTEST - 0.2)
    return [`It takes ${is} seconds, of about ${about}: is it cut off, or another text?`]
  if (seconds > expected * SLOWEST + SPARE)
    return [`It takes ${is} seconds, of about ${about}: is it another text, or is there a noise in it?`]
  return []
}

/** The mean power of each frame, in decibels of full scale. */
function frameLevels(samples: Samples): readonly number[] {
  return Array.from({ length: Math.ceil(samples.length / FRAME) }, (_, index) => {
    const frame = samples.subarray(index * FRAME, (index + 1) * FRAME)
    return decibels(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length)
  })
}

function decibels(power: number): number {
  return 10 * Math.log10(power + 1e-12)
}
