/** The script of a topic's page: reads it aloud by the browser's voice, paragraph by paragraph, where it has one for the language. */
import { element } from './dom.ts'
import { hasVoice, say } from './speaker.ts'

const listen = element('listen', HTMLParagraphElement)
const [button] = listen.getElementsByTagName('button')
const language = document.documentElement.lang
let reading: AbortController | null = null

// Browsers load their voices some time after the page.
const showButton = () => listen.toggleAttribute('hidden', !hasVoice(language))
globalThis.speechSynthesis?.addEventListener('voiceschanged', showButton)
showButton()

button?.addEventListener('click', async () => {
  if (reading) return stop()
  reading = new AbortController()
  button.setAttribute('aria-pressed', 'true')
  const { signal } = reading
  for (const paragraph of element('text', HTMLDivElement).children) {
    if (signal.aborted) return
    paragraph.classList.add('now')
    const chunk = { words: paragraph.textContent ?? '', pause: 500, isSlow: false }
    await say(chunk, language, { aloud: true, signal })
    paragraph.classList.remove('now')
  }
  stop()
})

function stop(): void {
  reading?.abort()
  reading = null
  button?.setAttribute('aria-pressed', 'false')
}
