/**
 * Says chunks aloud by speech synthesis, or waits as long as that would take: a browser may have no voice for the
 * language, and a person may have switched it off.
 *
 * @example
 * await say({ words: 'Hello', pause: 400, isSlow: false }, 'en-US', { aloud: true, signal })
 */
import type { Chunk } from '../../simulator/twiml.ts'

interface SpeakOptions {
  readonly aloud: boolean
  /** Ends the chunk at once, in the middle of a word. */
  readonly signal: AbortSignal
}

const WORDS_PER_SECOND = 2.5
const SLOW_RATE = 0.88

/** Resolves after the words and the pause that follows them. */
export async function say(chunk: Chunk, language: string, { aloud, signal }: SpeakOptions): Promise<void> {
  const isSaid = aloud && hasVoice(language) && (await speak(chunk, language, signal))
  if (!isSaid) await wait(timeOf(chunk), signal)
  await wait(chunk.pause, signal)
}

/** Browsers load their voices some time after the page. */
export function hasVoice(language: string): boolean {
  const [primary] = language.split('-')
  return (
    globalThis.speechSynthesis?.getVoices().some(({ lang }) => lang.split(/[-_]/)[0] === primary) ?? false
  )
}

/** Resolves after so many milliseconds, or when it is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Whether all was said: a voice may fail (some need the internet) or be cancelled. */
function speak(chunk: Chunk, language: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const utterance = new SpeechSynthesisUtterance(chunk.words)
    utterance.lang = language
    utterance.rate = rateOf(chunk)
    utterance.onend = () => resolve(true)
    utterance.onerror = () => resolve(false)
    signal.addEventListener('abort', () => {
      speechSynthesis.cancel()
      resolve(false)
    })
    speechSynthesis.speak(utterance)
  })
}

/** In milliseconds, without the pause. */
function timeOf(chunk: Chunk): number {
  return (chunk.words.split(/\s+/).length / WORDS_PER_SECOND / rateOf(chunk)) * 1000
}

function rateOf({ isSlow }: Chunk): number {
  return isSlow ? SLOW_RATE : 1
}
