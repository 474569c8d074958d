/**
 * Says phrases aloud, or lets pass the time that saying them takes: a browser may have no voice, or be told to be quiet.
 *
 * @example
 * await say({ words: 'Hello', pause: 400, isSlow: false }, 'en-US', { aloud: true, signal })
 */
import type { Phrase } from '../../simulator/twiml.ts'

interface Manner {
  readonly aloud: boolean
  /** Ends it at once, in the middle of a word. */
  readonly signal: AbortSignal
}

const WORDS_PER_SECOND = 2.5
const SLOW_RATE = 0.88

/** Ends when all is said, with the pause after it. */
export async function say(phrase: Phrase, language: string, { aloud, signal }: Manner): Promise<void> {
  const isSaid = aloud && hasVoice(language) && (await speak(phrase, language, signal))
  if (!isSaid) await wait(timeOf(phrase), signal)
  await wait(phrase.pause, signal)
}

/** Browsers find their voices some time after the page is there. */
export function hasVoice(language: string): boolean {
  const [tongue] = language.split('-')
  return globalThis.speechSynthesis?.getVoices().some(({ lang }) => lang.split(/[-_]/)[0] === tongue) ?? false
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

/** Whether all was said: a voice may fail, as those do that need the internet, or be told to be quiet. */
function speak(phrase: Phrase, language: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const prompt = new SpeechSynthesisUtterance(phrase.words)
    prompt.lang = language
    prompt.rate = rateOf(phrase)
    prompt.onend = () => resolve(true)
    prompt.onerror = () => resolve(false)
    signal.addEventListener('abort', () => {
      speechSynthesis.cancel()
      resolve(false)
    })
    speechSynthesis.speak(prompt)
  })
}

/** In milliseconds, without the pause. */
function timeOf(phrase: Phrase): number {
  return (phrase.words.split(/\s+/).length / WORDS_PER_SECOND / rateOf(phrase)) * 1000
}

function rateOf({ isSlow }: Phrase): number {
  return isSlow ? SLOW_RATE : 1
}
