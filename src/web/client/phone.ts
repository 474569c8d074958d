/** The script of `/phone`: the bar and the keypad, the transcript of the call, and the text thread. */
import { type Call, type CallChange, startCall } from './call.ts'
import { createClock } from './call-clock.ts'
import { readLink } from './deep-link.ts'
import { element, field } from './dom.ts'
import { showError } from './errors.ts'
import { startKeeping } from './kept-calls.ts'
import { askBeforeLeaving } from './leaving.ts'
import { data, words } from './page.ts'
import { countryName, readPlace } from './place.ts'
import { hasVoice } from './speaker.ts'
import { listen } from './speech-recognition.ts'
import { startTabs } from './tabs.ts'
import { startThread } from './texts.ts'
import { startVoicePicker } from './voice-picker.ts'

/** As wide as the style sheet's own. */
const NARROW = '(max-width: 62rem)'
/** Between the keys that the page presses for a link, in milliseconds. */
const KEY_MS = 800

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
const refused = element('refused', HTMLParagraphElement)
const place = element('place', HTMLParagraphElement)
const linked = element('linked', HTMLParagraphElement)
const heard = element('heard', HTMLDivElement)
const clock = createClock(element('elapsed', HTMLSpanElement))
const keepCall = startKeeping()
const showVoices = startVoicePicker()
const link = readLink(country)

let call: Call | null = null
/** Whether the line takes a key or words now. */
let mayAnswer = false
let locale = document.documentElement.lang
/** The webhook at which the call is. */
let action = ''
/** Of the call; the choice may be changed meanwhile. */
let calledFrom = ''
/** To press in this call for the link of the page. */
let keysLeft = link.keys()
let nextKey: ReturnType<typeof setTimeout> | undefined

dial.addEventListener('click', () => {
  keepCall(clock.shown())
  clock.reset()
  calledFrom = country.value
  if (keysLeft.length > 0) keysLeft = link.keys()
  call = startCall({
    log: heard,
    isAloud: () => aloud.checked,
    country: country.value,
    onChange: show,
    onError: (error) => showError(state, error),
    onSilent: () => showPlace(action),
  })
})
hangUp.addEventListener('click', () => call?.hangUp())
askBeforeLeaving(
  () => !hangUp.disabled,
  () => call?.hangUp(),
)
keypad.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) answer((call) => call.press(target.value))
})
// Digits typed in the bar or the call panel are keys, except in its text field (WCAG 2.1.4: only while it has the focus).
for (const id of ['bar', 'call'])
  element(id, HTMLElement).addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
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
  const [button] = microphone.getElementsByTagName('button')
  microphone.hidden = false
  button?.addEventListener('click', () => {
    if (!mayAnswer || button.getAttribute('aria-pressed') === 'true') return answer(() => {})
    button.setAttribute('aria-pressed', 'true')
    refused.textContent = words('hearing')
    startListening(locale, {
      onWords: (said) => answer((call) => call.say(said)),
      onEnd: (isHeard) => {
        button.setAttribute('aria-pressed', 'false')
        if (!isHeard) refused.textContent = words('notHeard')
      },
    })
  })
}
linked.textContent = link.note
setAnswerable(false)
dial.disabled = false
startThread(link.word)
startTabs(element('tabs', HTMLDivElement), NARROW)

function answer(act: (call: Call) => void): void {
  const isTaken = call !== null && mayAnswer
  refused.textContent = isTaken ? '' : words(hangUp.disabled ? 'refusedIdle' : 'refused')
  if (!call || !isTaken) return
  // Somebody who presses a key goes on by themselves.
  keysLeft = []
  clearTimeout(nextKey)
  act(call)
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
  const couldAnswer = mayAnswer
  setAnswerable(change.kind === 'listening' || change.kind === 'speaking')
  if (mayAnswer && !couldAnswer) refused.textContent = ''
  connected.hidden = change.kind !== 'dialling'
  dial.disabled = change.kind !== 'ended'
  hangUp.disabled = change.kind === 'ended'
  keepFocus()
  timer.textContent = 'seconds' in change ? words('left', { seconds: change.seconds }) : ''
  showState(change.kind === 'dialling' ? words('dialling', { number: change.number }) : words(change.kind))
  if (change.kind === 'ended') clock.stop()
  else if (change.kind !== 'ringing') clock.start()
  if ('action' in change) {
    action = change.action
    showPlace(action)
  }
  if (mayAnswer) pressNext()
}

/** For the link of the page: a while after the line begins to take keys. */
function pressNext(): void {
  clearTimeout(nextKey)
  if (keysLeft.length === 0) return
  nextKey = setTimeout(() => {
    const [key, ...rest] = mayAnswer ? keysLeft : []
    if (key === undefined) return
    keysLeft = rest
    if (rest.length === 0) linked.textContent = ''
    call?.press(key)
  }, KEY_MS)
}

/** If the focused element has just been disabled or hidden, the next Tab would begin at the top of the page. */
function keepFocus(): void {
  if (document.activeElement?.matches(':disabled, [hidden] *')) (dial.disabled ? hangUp : dial).focus()
}

/** Set only when it differs, or a screen reader would repeat it every second. */
function showState(text: string): void {
  if (state.textContent === text) return
  state.textContent = text
  state.classList.remove('trouble')
}

/** Some clips of the language are there: it needs no voice. */
function isPlayed(language: string): boolean {
  return Object.values(data.clips).some((clip) => clip.language === language)
}

function showPlace(action: string): void {
  const at = readPlace(action)
  if (!at) return
  locale = at.locale
  showVoices(locale)
  const language = data.languages[locale] ?? locale
  const from = countryName(country, at.country ?? calledFrom)
  const where = words('place', { country: from, language, pace: words(at.pace) })
  const isMute = aloud.checked && !hasVoice(locale) && !isPlayed(locale)
  place.textContent = isMute ? `${where} ${words('noVoice', { language })}` : where
}
