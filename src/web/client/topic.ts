/** The script of a topic's page: reads it aloud by the browser's voice, paragraph by paragraph, where it has one for the language. */
import { element } from './dom.ts'
import { hasVoice, say } from './speaker.ts'

const listen = element('listen', HTMLParagraphElement)
const [button] = listen.getElementsByTagName('button')
const [note] = listen.getElementsByTagName('span')
const label = button?.textContent ?? ''
const language = document.documentElement.lang
let reading: AbortController | null = null

// Browsers load their voices some time after the page.
const showButton = () => listen.toggleAttribute('hidden', !hasVoice(language))
globalThis.speechSynthesis?.addEventListener('voiceschanged', showButton)
showButton()

button?.addEventListener('click', async () => {
  if (reading) return stop()
  if (!hasVoice(language)) return showNote()
  reading = new AbortController()
  button.textContent = listen.dataset.stop ?? label
  const { signal } = reading
  for (const paragraph of element('text', HTMLDivElement).children) {
    if (signal.aborted) return
    paragraph.classList.add('now')
    const chunk = { words: paragraph.textContent ?? '', pause: 500, isSlow: false }
    await say(chunk, language, { aloud: true, signal, onSilent: showNote })
    paragraph.classList.remove('now')
  }
  if (!signal.aborted) stop()
})

function stop(): void {
  reading?.abort()
  reading = null
  if (button) button.textContent = label
}

/** That the voice has failed. The button stays, and so does the focus on it. */
function showNote(): void {
  stop()
  if (note) note.textContent = note.dataset.stopped ?? ''
}
