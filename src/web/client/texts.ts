/** The text thread of `/phone`: texts sent, replies, and how many segments each is billed as. */
import { createTexter, type Texter } from '../../simulator/texter.ts'
import { splitSegments } from '../../sms/segments.ts'
import { createCarrier } from './carrier.ts'
import { element, field } from './dom.ts'
import { showError } from './errors.ts'
import { append, clear, data, paragraph, words } from './page.ts'
import { wait } from './speaker.ts'
import { post, send } from './transport.ts'

/** The line replies to one number ten times in five minutes (sms/reply-limit.ts); a person who tries it out may be quicker. */
const TEXTS_FROM_ONE_NUMBER = 9
/** From a text to its answer, in milliseconds: an assumption, as no real text was measured. */
const NETWORK_MS = 1000

/** `draft` is written into the field already. */
export function startThread(draft: string): void {
  const thread = element('thread', HTMLDivElement)
  const form = element('write', HTMLFormElement)
  const country = element('country', HTMLSelectElement)
  const errorLine = element('thread-trouble', HTMLParagraphElement)
  let texter: Texter | null = null
  let carrier = createCarrier()
  let sent = 0
  const input = field(form, 'words', HTMLTextAreaElement)
  for (const control of form.elements) control.removeAttribute('disabled')
  input.value ||= draft

  // As on a phone; with Shift it begins a new line.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = input.value
    errorLine.textContent = ''
    if (!texter || sent % TEXTS_FROM_ONE_NUMBER === 0)
      texter = createTexter(post, { From: fictionalNumber(), To: data.to, FromCountry: country.value })
    sent += 1
    const own = message(words('you'), text, document.documentElement.lang)
    append(thread, own)
    input.value = ''
    const network = wait(NETWORK_MS, new AbortController().signal)
    try {
      const [{ replies, language }] = await Promise.all([texter.send(text), network])
      const { note, isBlocked } = carrier.pass(text)
      if (!isBlocked)
        for (const reply of replies) append(thread, message(words('line'), reply, language ?? ''))
      const why = note ?? (replies.length === 0 ? 'silent' : undefined)
      if (why) append(thread, paragraph(words(why), { class: 'note' }))
    } catch (error) {
      // It was not sent: it goes back into the field, so that it is not in the thread twice.
      own.remove()
      showError(errorLine, error)
      input.value = text
    }
    input.focus()
  })

  /** Another phone, which the line and the phone company know nothing of. */
  const changePhone = async () => {
    texter = null
    carrier = createCarrier()
    errorLine.textContent = ''
    try {
      await send(`${data.base}/phone/anew`, { method: 'POST' })
    } catch (error) {
      showError(errorLine, error)
    }
  }
  country.addEventListener('change', async () => {
    const isUsed = texter !== null
    await changePhone()
    const from = country.selectedOptions[0]?.text ?? ''
    if (isUsed) append(thread, paragraph(words('otherPhone', { country: from }), { class: 'note' }))
  })

  element('anew', HTMLButtonElement).addEventListener('click', () => {
    clear(thread)
    void changePhone()
  })
}

/** A number of the range that is reserved for fiction. */
export function fictionalNumber(): string {
  return `+1555555${1000 + Math.floor(Math.random() * 9000)}`
}

function message(from: string, text: string, language: string): HTMLElement {
  const segments = splitSegments(text)
  const body = paragraph('', { class: 'body', lang: language, dir: 'auto' })
  for (const [index, segment] of segments.entries()) body.append(...(index > 0 ? [cut()] : []), segment)
  const cost = words('segments', { segments: segments.length, characters: text.length })
  const created = document.createElement('article')
  created.append(paragraph(from, { class: 'from' }), body, paragraph(cost, { class: 'cost' }))
  return created
}

function cut(): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'cut'
  mark.title = words('cut')
  return mark
}
