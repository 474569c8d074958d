/**
 * Hears what a person says, where the browser can: Chromium and Safari, under a prefix.
 *
 * @example
 * listen?.('es-US', (words) => form.requestSubmit())
 */
interface Recognition {
  lang: string
  onresult: ((event: { results: { transcript: string }[][] }) => void) | null
  start(): void
}

type RecognitionMaker = new () => Recognition

const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as Readonly<
  Record<'SpeechRecognition' | 'webkitSpeechRecognition', RecognitionMaker | undefined>
>
const Maker = SpeechRecognition ?? webkitSpeechRecognition

/** Undefined where the browser hears nothing. */
export const listen =
  Maker &&
  ((language: string, onWords: (words: string) => void): void => {
    const recognition = new Maker()
    recognition.lang = language
    recognition.onresult = ({ results }) => onWords(results[0]?.[0]?.transcript ?? '')
    recognition.start()
  })
