/**
 * Speech recognition, where the browser has it: Chromium and Safari, under a prefix.
 *
 * @example
 * listen?.('es-US', (words) => form.requestSubmit())
 */
interface Recognition {
  lang: string
  onresult: ((event: { results: { transcript: string }[][] }) => void) | null
  start(): void
}

type RecognitionClass = new () => Recognition

declare global {
  // TypeScript's own types lack both.
  var SpeechRecognition: RecognitionClass | undefined
  var webkitSpeechRecognition: RecognitionClass | undefined
}

const RecognitionImplementation = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition

/** Undefined where the browser has none. */
export const listen =
  RecognitionImplementation &&
  ((language: string, onWords: (words: string) => void): void => {
    const recognition = new RecognitionImplementation()
    recognition.lang = language
    recognition.onresult = ({ results }) => onWords(results[0]?.[0]?.transcript ?? '')
    recognition.start()
  })
