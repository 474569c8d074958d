/**
 * The script of a topic's page: reads it aloud, paragraph by paragraph: plays the clips of what is recorded, and has the browser's voice
 * say the rest, where it has one for the language.
 */
import type { Chunk } from '../../simulator/twiml.ts'
import type { PageClip } from '../pages/topic-parts.ts'
import { element } from './dom.ts'
import { hasVoice, isMute, say } from './speaker.ts'

const listen = element('listen', HTMLParagraphElement)
const text = element('text', HTMLDivElement)
const [button] = listen.getElementsByTagName('button')
const [note] = listen.getElementsByTagName('span')
const label = button?.textContent ?? ''
const language = document.documentElement.lang
let reading: AbortController | null = null

// Browsers load their voices some time after the page.
const showButton = () =>
  listen.toggleAttribute('hidden', !hasVoice(language) && !text.querySelector('[data-clips]'))
globalThis.speechSynthesis?.addEventListener('voiceschanged', showButton)
showButton()

button?.addEventListener('click', async () => {
  if (reading) return stop()
  if (isMute(language)) return showNote()
  reading = new AbortController()
  button.textContent = listen.dataset.stop ?? label
  const { signal } = reading
  for (const paragraph of text.querySelectorAll('p')) {
    paragraph.classList.add('now')
    for (const chunk of chunksOf(paragraph)) {
      if (!signal.aborted) await say(chunk, language, { aloud: true, signal, onSilent: showNote })
    }
    paragraph.classList.remove('now')
    if (signal.aborted) return
  }
  stop()
})

/** None where nobody can say it: there is no clip and no voice. */
function chunksOf({ dataset, textContent }: HTMLParagraphElement): readonly Chunk[] {
  if (dataset.clips === undefined)
    return hasVoice(language) ? [{ words: textContent ?? '', pause: 500, isSlow: false }] : []
  const clips: readonly PageClip[] = JSON.parse(dataset.clips)
  return clips.map((clip) => ({ ...clip, words: '', isSlow: false }))
}

function stop(): void {
  reading?.abort()
  reading = null
  if (button) button.textContent = label
}

/** That the voice, or a clip, has failed. The button stays, and so does the focus on it. */
function showNote(): void {
  stop()
  if (note) note.textContent = note.dataset.stopped ?? ''
}
