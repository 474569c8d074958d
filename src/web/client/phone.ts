/** `/phone` brought to life: the keypad, the words said, and the thread of texts. */
import { type Call, type CallChange, startCall } from './call.ts'
import { data, element, words } from './page.ts'
import { listen } from './speech-recognition.ts'
import { startThread } from './texts.ts'
import { tellTrouble } from './transport.ts'

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
/** Whether the line would take a key or words now. */
let mayAnswer = false
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
})
hangUp.addEventListener('click', () => call?.hangUp())
keypad.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) answer((call) => call.press(target.value))
})
// Digits typed anywhere in the call panel are keys, but in a field they are words (WCAG 2.1.4: only while it has the focus).
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
  const hear = listen
  microphone.hidden = false
  microphone
    .querySelector('button')
    ?.addEventListener('click', () => hear(locale, (said) => answer((call) => call.say(said))))
}
letAnswer(false)
dial.disabled = false
startThread()

function answer(event: (call: Call) => void): void {
  if (call && mayAnswer) event(call)
}

/** Told, but not `disabled` any more: that would take the focus from the key that has just been pressed. */
function letAnswer(may: boolean): void {
  mayAnswer = may
  for (const control of [keypad, ...speech.elements] as (HTMLFieldSetElement | HTMLButtonElement)[]) {
    control.disabled = false
    control.setAttribute('aria-disabled', String(!may))
  }
}

function show(change: CallChange): void {
  letAnswer(change.kind === 'listening' || change.kind === 'speaking')
  connected.hidden = change.kind !== 'dialling'
  dial.disabled = change.kind !== 'ended'
  hangUp.disabled = change.kind === 'ended'
  keepFocus()
  timer.textContent = 'seconds' in change ? words('left', { seconds: change.seconds }) : ''
  tellState(change.kind === 'dialling' ? words('dialling', { number: change.number }) : words(change.kind))
  if ('action' in change) tellPlace(change.action)
}

/** What has the focus may just have been disabled or hidden, and the next press of Tab would begin at the head of the page. */
function keepFocus(): void {
  if (document.activeElement?.matches(':disabled, [hidden] *')) (dial.disabled ? hangUp : dial).focus()
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
