/** The script of `/phone`: the keypad, the log of the call, and the text thread. */
import { type Call, type CallChange, startCall } from './call.ts'
import { element, field } from './dom.ts'
import { showError } from './errors.ts'
import { clear, data, words } from './page.ts'
import { hasVoice } from './speaker.ts'
import { listen } from './speech-recognition.ts'
import { startThread } from './texts.ts'

const dial = element('dial', HTMLButtonElement)
const hangUp = element('hang-up', HTMLButtonElement)
const aloud = element('aloud', HTMLInputElement)
const country = element('country', HTMLSelectElement)
const keypad = element('keypad', HTMLFieldSetElement)
const speech = element('speech', HTMLFormElement)
const spoken = field(speech, 'words', HTMLInputElement)
const microphone = element('microphone', HTMLParagraphElement)
const connected = element('connected', HTMLParagraphElement)
const state = element('state', HTMLSpanElement)
const timer = element('timer', HTMLSpanElement)
const place = element('place', HTMLParagraphElement)
const heard = element('heard', HTMLDivElement)

let call: Call | null = null
/** Whether the line takes a key or words now. */
let mayAnswer = false
let locale = document.documentElement.lang
/** Of the call; the choice may be changed meanwhile. */
let calledFrom = ''

dial.addEventListener('click', () => {
  clear(heard)
  calledFrom = country.selectedOptions[0]?.text ?? ''
  call = startCall({
    log: heard,
    isAloud: () => aloud.checked,
    country: country.value,
    onChange: show,
    onError: (error) => showError(state, error),
  })
})
hangUp.addEventListener('click', () => call?.hangUp())
keypad.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) answer((call) => call.press(target.value))
})
// Digits typed in the call panel are keys, except in its text field (WCAG 2.1.4: only while the panel has the focus).
element('call', HTMLElement).addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (target === spoken || ctrlKey || metaKey || altKey) return
  if (/^[0-9*#]$/.test(key)) answer((call) => call.press(key))
})
speech.addEventListener('submit', (event) => {
  event.preventDefault()
  if (!spoken.value.trim()) return
  answer((call) => {
    call.say(spoken.value)
    spoken.value = ''
  })
})
element('nothing', HTMLButtonElement).addEventListener('click', () => answer((call) => call.sayNothing()))
connected.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) call?.dialled(target.value === 'completed')
})
aloud.addEventListener('change', () => {
  if (!aloud.checked) globalThis.speechSynthesis?.cancel()
})
if (listen) {
  const startListening = listen
  microphone.hidden = false
  microphone
    .querySelector('button')
    ?.addEventListener('click', () => startListening(locale, (said) => answer((call) => call.say(said))))
}
setAnswerable(false)
dial.disabled = false
startThread()

function answer(act: (call: Call) => void): void {
  if (call && mayAnswer) act(call)
}

/** By `aria-disabled`, because `disabled` would take the focus from the key that has just been pressed. */
function setAnswerable(may: boolean): void {
  mayAnswer = may
  for (const control of [keypad, ...speech.elements]) {
    control.removeAttribute('disabled')
    control.setAttribute('aria-disabled', String(!may))
  }
}

function show(change: CallChange): void {
  setAnswerable(change.kind === 'listening' || change.kind === 'speaking')
  connected.hidden = change.kind !== 'dialling'
  dial.disabled = change.kind !== 'ended'
  hangUp.disabled = change.kind === 'ended'
  keepFocus()
  timer.textContent = 'seconds' in change ? words('left', { seconds: change.seconds }) : ''
  showState(change.kind === 'dialling' ? words('dialling', { number: change.number }) : words(change.kind))
  if ('action' in change) showPlace(change.action)
}

/** If the focused element has just been disabled or hidden, the next Tab would begin at the top of the page. */
function keepFocus(): void {
  if (document.activeElement?.matches(':disabled, [hidden] *')) (dial.disabled ? hangUp : dial).focus()
}

/** Set only when it differs, or a screen reader would repeat it every second. */
function showState(text: string): void {
  if (state.textContent !== text) state.textContent = text
}

/** Some clips of the language are there: it needs no voice. */
function isPlayed(language: string): boolean {
  return Object.values(data.clips).some((clip) => clip.language === language)
}

/** The address of the next step holds the position of the caller (docs/design/README.md, "A call is a walk through addresses"). */
function showPlace(action: string): void {
  const [, at, pace] = /\/([^/]+)\/(normal|slow)[-/]/.exec(action) ?? []
  if (!at || !pace) return
  locale = at
  const language = data.languages[at] ?? at
  const where = words('place', { country: calledFrom, language, pace: words(pace) })
  const isMute = aloud.checked && !hasVoice(at) && !isPlayed(at)
  place.textContent = isMute ? `${where} ${words('noVoice', { language })}` : where
}
