/**
 * The choice of a voice, where the browser has several for the language of the call.
 *
 * @example
 * const showVoices = startVoicePicker()
 * showVoices('es')
 */
import { element } from './dom.ts'
import { chooseVoice, voicesFor } from './speaker.ts'

export function startVoicePicker(): (language: string) => void {
  const label = element('voice-label', HTMLLabelElement)
  const list = element('voice', HTMLSelectElement)
  let language = document.documentElement.lang
  let shown = ''

  const show = () => {
    const voices = voicesFor(language)
    label.hidden = voices.length < 2
    const names = voices.map(({ name }) => name)
    // Built anew only when it differs: it may be open, or have the focus.
    if (shown === names.join()) return
    shown = names.join()
    list.replaceChildren(...names.map((name) => new Option(name)))
  }

  list.addEventListener('change', () => chooseVoice(language, list.value))
  // Browsers load their voices some time after the page.
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', show)
  show()
  return (next) => {
    language = next
    show()
  }
}
