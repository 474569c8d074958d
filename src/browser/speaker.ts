/**
 * Says phrases aloud, or lets pass the time that saying them takes: a browser may have no voice, or be told to be quiet.
 *
 * @example
 * await say({ words: 'Hello', pause: 400, isSlow: false }, 'en-US', { aloud: true, signal })
 */
import type { Phrase } from '../phone/twiml.ts'

interface Manner {
  readonly aloud: boolean
  /** Ends it at once, in the middle of a word. */
  readonly signal: AbortSignal
}

const WORDS_PER_SECOND = 2.5
const SLOW_RATE = 0.88

/** Ends when all is said, with the pause after it. */
export async function say(phrase: Phrase, language: string, { aloud, signal }: Manner): Promise<void> {
  if (aloud && hasVoice(language)) await speak(phrase, language, signal)
  else await wait((phrase.words.split(/\s+/).length / WORDS_PER_SECOND) * 1000, signal)
  await wait(phrase.pause, signal)
}

/** Ends after so many milliseconds, or when it is aborted. */
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

function speak({ words, isSlow }: Phrase, language: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = language
    utterance.rate = isSlow ? SLOW_RATE : 1
    utterance.onend = () => resolve()
    utterance.onerror = () => resolve()
    signal.addEventListener('abort', () => {
      speechSynthesis.cancel()
      resolve()
    })
    speechSynthesis.speak(utterance)
  })
}

function hasVoice(language: string): boolean {
  const [tongue] = language.split('-')
  return globalThis.speechSynthesis?.getVoices().some(({ lang }) => lang.split(/[-_]/)[0] === tongue) ?? false
}
