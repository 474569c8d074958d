/**
 * Says chunks aloud by speech synthesis, or plays their clips, or waits as long as that would take: a browser may have no voice for the
 * language, and a person may have switched it off. A voice may also never begin (where the page has had no click, or the tab is
 * paused) or never say that it has ended (Chrome's, now and then), so that each chunk has a time limit.
 *
 * @example
 * await say({ words: 'Hello', pause: 400, isSlow: false }, 'en-US', { aloud: true, signal })
 */
import { rateOf, timeOf } from '../../simulator/seconds.ts'
import type { Chunk } from '../../simulator/twiml.ts'

interface SpeakOptions {
  readonly aloud: boolean
  /** Ends the chunk at once, in the middle of a word. */
  readonly signal: AbortSignal
  /** Called as soon as a voice or a clip has failed; the words take their time in silence. */
  readonly onSilent?: () => void
}

const SECOND = 1000
/** Milliseconds until a voice that has not begun is given up. Some fetch their first words from the internet. */
const START_MS = 4000
/** The slowest voices take twice the usual time. */
const LONGEST = 2

/** Languages whose voice or clip did not begin or failed: it would cost the same wait each time, and a screen reader must speak instead. */
const mute = new Set<string>()
/** By language, the voice that a person has picked. */
const picked = new Map<string, SpeechSynthesisVoice>()
/** Errors of a voice that was told to stop. */
const STOPPED: readonly string[] = ['interrupted', 'canceled']

/** Resolves after the words and the pause that follows them. */
export async function say(
  chunk: Chunk,
  language: string,
  { aloud, signal, onSilent }: SpeakOptions,
): Promise<void> {
  const isSaid =
    aloud &&
    (chunk.url !== undefined
      ? await play(chunk, chunk.url, language, signal)
      : hasVoice(language) && (await speak(chunk, language, signal)))
  if (aloud && isMute(language) && !signal.aborted) onSilent?.()
  if (!isSaid) await wait(SECOND * timeOf(chunk), signal)
  await wait(chunk.pause, signal)
}

/** Whether a voice or a clip of a language has failed. */
export function isMute(language: string): boolean {
  return mute.has(primary(language))
}

/** Browsers load their voices some time after the page. */
export function hasVoice(language: string): boolean {
  return !mute.has(primary(language)) && voicesFor(language).length > 0
}

/** Of the language, whatever the country. */
export function voicesFor(language: string): readonly SpeechSynthesisVoice[] {
  const voices = globalThis.speechSynthesis?.getVoices() ?? []
  return voices.filter(({ lang }) => primary(lang) === primary(language))
}

/** From now on the language is spoken by the voice of this name. */
export function chooseVoice(language: string, name: string): void {
  const voice = voicesFor(language).find((each) => each.name === name)
  if (voice) picked.set(primary(language), voice)
}

/** @example primary('es-US') // 'es'; some browsers write es_US */
function primary(tag: string): string {
  return tag.split(/[-_]/)[0] ?? tag
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

/** Whether it was played: a clip may be missing or never come, and a page that nobody has clicked makes no sound. */
async function play(chunk: Chunk, url: string, language: string, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false
  const audio = new Audio(url)
  const isPlayed = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), SECOND * timeOf(chunk) + START_MS)
    const end = (whole: boolean) => {
      clearTimeout(timer)
      resolve(whole)
    }
    audio.onended = () => end(true)
    audio.onerror = () => end(false)
    signal.addEventListener('abort', () => end(false))
    audio.play().catch(() => end(false))
  })
  audio.pause()
  if (!isPlayed && !signal.aborted) mute.add(primary(language))
  return isPlayed
}

/** Whether all was said: a voice may fail (some need the internet) or be cancelled. */
function speak(chunk: Chunk, language: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const utterance = new SpeechSynthesisUtterance(chunk.words)
    utterance.lang = language
    utterance.rate = rateOf(chunk)
    utterance.voice = picked.get(primary(language)) ?? null
    const end = (isSaid: boolean) => {
      clearTimeout(timer)
      resolve(isSaid)
    }
    const giveUp = (isSaid: boolean) => {
      speechSynthesis.cancel()
      end(isSaid)
    }
    let timer = setTimeout(() => {
      mute.add(primary(language))
      giveUp(false)
    }, START_MS)
    utterance.onstart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => giveUp(true), LONGEST * SECOND * timeOf(chunk) + START_MS)
    }
    utterance.onend = () => end(true)
    utterance.onerror = ({ error }) => {
      if (!STOPPED.includes(error)) mute.add(primary(language))
      end(false)
    }
    signal.addEventListener('abort', () => giveUp(false))
    // Another tab, or this one in the background, may have paused it.
    speechSynthesis.resume()
    speechSynthesis.speak(utterance)
  })
}
