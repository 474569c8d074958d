/**
 * The script of `/review`: reads a text aloud by the browser's voice for its language; where it has none, or a voice fails, the page says
 * so. What is written and not saved goes along to another page of the language, and the browser asks before it is lost.
 */
import { hasVoice, say } from './speaker.ts'
import { keepUnsaved } from './unsaved.ts'

const buttons = document.querySelectorAll<HTMLButtonElement>('.hear')
const noVoice = document.getElementById('no-voice')
const voiceFailed = document.getElementById('voice-failed')
let reading: AbortController | undefined

// Browsers load their voices some time after the page.
globalThis.speechSynthesis?.addEventListener('voiceschanged', showButtons)
showButtons()
for (const button of buttons) button.addEventListener('click', () => hear(button))
const form = document.querySelector<HTMLFormElement>('form.review')
if (form) keepUnsaved(form)
goToText()
// The address may be one of this very page, which is not loaded again.
globalThis.addEventListener('hashchange', goToText)

/** An address that names a text of another page of the topic leads to the link to it, and on to the text. */
function goToText(): void {
  const named = document.getElementById(location.hash.slice(1))
  if (named instanceof HTMLAnchorElement) location.replace(named.href)
}

function showButtons(): void {
  let isMute = false
  for (const button of buttons) {
    button.hidden = !hasVoice(languageOf(button))
    isMute ||= button.hidden
  }
  noVoice?.toggleAttribute('hidden', !isMute)
}

/** A second press stops it; a press of another button too. */
async function hear(button: HTMLButtonElement): Promise<void> {
  const isStopped = button.getAttribute('aria-pressed') === 'true'
  reading?.abort()
  for (const each of buttons) each.setAttribute('aria-pressed', 'false')
  if (isStopped) return
  voiceFailed?.setAttribute('hidden', '')
  const own = new AbortController()
  reading = own
  button.setAttribute('aria-pressed', 'true')
  const words = wordsOf(button)?.textContent ?? ''
  const onSilent = () => {
    own.abort()
    if (voiceFailed) button.after(voiceFailed)
    voiceFailed?.removeAttribute('hidden')
  }
  const options = { aloud: true, signal: own.signal, onSilent }
  await say({ words, pause: 0, isSlow: false }, languageOf(button), options)
  if (reading === own) button.setAttribute('aria-pressed', 'false')
}

function wordsOf(button: HTMLButtonElement): HTMLElement | null {
  return document.getElementById(button.dataset.hear ?? '')
}

function languageOf(button: HTMLButtonElement): string {
  return wordsOf(button)?.closest<HTMLElement>('[lang]')?.lang ?? ''
}
