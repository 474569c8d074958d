/** `/phone` brought to life: the keypad, the words said, and the thread of texts. */
import { type Call, type CallChange, startCall } from './call.ts'
import { listen } from './ear.ts'
import { data, element, words } from './page.ts'
import { startThread } from './thread.ts'
import { tellTrouble } from './trouble.ts'

const dial = element('dial', HTMLButtonElement)
const hangUp = element('hang-up', HTMLButtonElement)
const aloud = element('aloud', HTMLInputElement)
const country = element('country', HTMLSelectElement)
const keypad = element('keypad', HTMLFieldSetElement)
const speech = element('speech', HTMLFormElement)
const spoken = speech.elements.namedItem('words') as HTMLInputElement
const microphone = element('microphone', HTMLParagraphElement)
const connected = element('connected', HTMLParagraphElement)
const state = element('state', HTMLSpanElement)
const timer = element('timer', HTMLSpanElement)
const place = element('place', HTMLParagraphElement)
const heard = element('heard', HTMLDivElement)

let call: Call | null = null
let locale = document.documentElement.lang

dial.addEventListener('click', () => {
  heard.replaceChildren()
  call = startCall({
    log: heard,
    isAloud: () => aloud.checked,
    country: country.value,
    onChange: show,
    onTrouble: (error) => tellTrouble(state, error),
  })
  hangUp.focus()
})
hangUp.addEventListener('click', () => {
  call?.hangUp()
  dial.focus()
})
keypad.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) call?.press(target.value)
})
// Digits typed anywhere in the call panel are keys, but in a field they are words (WCAG 2.1.4: only while it has the focus).
element('call', HTMLElement).addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (target instanceof HTMLInputElement || ctrlKey || metaKey || altKey || keypad.disabled) return
  if (/^[0-9*#]$/.test(key)) call?.press(key)
})
speech.addEventListener('submit', (event) => {
  event.preventDefault()
  if (!spoken.value.trim()) return
  call?.say(spoken.value)
  spoken.value = ''
})
element('nothing', HTMLButtonElement).addEventListener('click', () => call?.sayNothing())
connected.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) call?.dialled(target.value === 'completed')
})
// A screen reader and the browser's own voice must not speak at the same time.
aloud.addEventListener('change', quieten)
if (listen) {
  const hear = listen
  microphone.hidden = false
  microphone.querySelector('button')?.addEventListener('click', () => hear(locale, (said) => call?.say(said)))
}
quieten()
startThread()

function quieten(): void {
  heard.setAttribute('aria-live', aloud.checked ? 'off' : 'polite')
  if (!aloud.checked) globalThis.speechSynthesis?.cancel()
}

function show(change: CallChange): void {
  const mayAnswer = change.kind === 'listening' || change.kind === 'speaking'
  keypad.disabled = !mayAnswer
  for (const control of speech.elements)
    (control as HTMLInputElement | HTMLButtonElement).disabled = !mayAnswer
  connected.hidden = change.kind !== 'dialling'
  dial.disabled = change.kind !== 'ended'
  hangUp.disabled = change.kind === 'ended'
  timer.textContent = 'seconds' in change ? words('left', { seconds: change.seconds }) : ''
  tellState(change.kind === 'dialling' ? words('dialling', { number: change.number }) : words(change.kind))
  if ('action' in change) tellPlace(change.action)
}

/** Told anew only when it is new, or a screen reader would repeat it every second. */
function tellState(text: string): void {
  if (state.textContent !== text) state.textContent = text
}

/** The address of the next step tells where the caller is (DESIGN.md, "A call is a walk through addresses"). */
function tellPlace(action: string): void {
  const [, at, pace] = /\/([^/]+)\/(normal|slow)[-/]/.exec(action) ?? []
  if (!at || !pace) return
  locale = at
  place.textContent = words('place', {
    country: country.selectedOptions[0]?.text ?? '',
    language: data.languages[at] ?? at,
    pace: words(pace),
  })
}
