/**
 * How long words take to be said, at the usual 150 words a minute; a clip takes its own time.
 *
 * @example
 * secondsToSay([{ kind: 'say', language: 'en-US', chunks: [{ words: 'Bones, press 1.', pause: 600, isSlow: false }] }]) // 1.8
 */
import type { Chunk, Said } from './twiml.ts'

const WORDS_PER_SECOND = 2.5
const SLOW_RATE = 0.88

/** With the pauses. */
export function secondsToSay(says: readonly Said[]): number {
  return says
    .flatMap(({ chunks }) => chunks)
    .reduce((sum, chunk) => sum + timeOf(chunk) + chunk.pause / 1000, 0)
}

/** In seconds, without the pause. */
export function timeOf(chunk: Chunk): number {
  return chunk.seconds ?? chunk.words.split(/\s+/).length / WORDS_PER_SECOND / rateOf(chunk)
}

export function rateOf({ isSlow }: Chunk): number {
  return isSlow ? SLOW_RATE : 1
}
