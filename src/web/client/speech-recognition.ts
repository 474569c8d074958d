/**
 * Speech recognition, where the browser has it: Chromium and Safari, under a prefix.
 *
 * @example
 * listen?.('es-US', { onWords: (words) => call.say(words), onEnd: (isHeard) => showEnd(isHeard) })
 */
interface Recognition {
  lang: string
  onresult: ((event: { results: { transcript: string }[][] }) => void) | null
  onend: (() => void) | null
  start(): void
}

type RecognitionClass = new () => Recognition

interface Listener {
  readonly onWords: (words: string) => void
  /** Whether there were words: a person may be silent, or not let the browser listen. */
  readonly onEnd: (isHeard: boolean) => void
}

declare global {
  // TypeScript's own types lack both.
  var SpeechRecognition: RecognitionClass | undefined
  var webkitSpeechRecognition: RecognitionClass | undefined
}

const RecognitionImplementation = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition

/** Undefined where the browser has none. */
export const listen =
  RecognitionImplementation &&
  ((language: string, { onWords, onEnd }: Listener): void => {
    const recognition = new RecognitionImplementation()
    let isHeard = false
    recognition.lang = language
    recognition.onresult = ({ results }) => {
      isHeard = true
      onWords(results[0]?.[0]?.transcript ?? '')
    }
    // It comes after an error as well.
    recognition.onend = () => onEnd(isHeard)
    recognition.start()
  })
