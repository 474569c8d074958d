/** The text thread: what is sent, what comes back, and how many segments each text is billed as. */
import { createTexter, type Texter } from '../../simulator/texter.ts'
import { splitSegments } from '../../sms/segments.ts'
import { append, data, element, paragraph, words } from './page.ts'
import { post, send, tellTrouble } from './transport.ts'

/** The line answers one number ten times in five minutes; whoever tries it out may be quicker. */
const TEXTS_FROM_ONE_NUMBER = 9

export function startThread(): void {
  const thread = element('thread', HTMLDivElement)
  const form = element('write', HTMLFormElement)
  const country = element('country', HTMLSelectElement)
  const trouble = element('thread-trouble', HTMLParagraphElement)
  let texter: Texter | null = null
  let sent = 0
  for (const control of form.elements as unknown as Iterable<HTMLButtonElement>) control.disabled = false

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const field = form.elements.namedItem('words') as HTMLTextAreaElement
    const text = field.value
    trouble.textContent = ''
    if (!texter || sent % TEXTS_FROM_ONE_NUMBER === 0)
      texter = createTexter(post, { From: storyNumber(), To: data.to, FromCountry: country.value })
    sent += 1
    append(thread, message(words('you'), text, document.documentElement.lang))
    field.value = ''
    try {
      const { replies, language } = await texter.send(text)
      for (const reply of replies) append(thread, message(words('line'), reply, language ?? ''))
      if (replies.length === 0) append(thread, paragraph(words('silent')))
    } catch (error) {
      tellTrouble(trouble, error)
      field.value = text
    }
    field.focus()
  })

  element('anew', HTMLButtonElement).addEventListener('click', async () => {
    texter = null
    thread.replaceChildren()
    trouble.textContent = ''
    try {
      await send(`${data.base}/phone/anew`, { method: 'POST' })
    } catch (error) {
      tellTrouble(trouble, error)
    }
  })
}

/** One of the numbers that are kept for stories, so that it is nobody's. */
export function storyNumber(): string {
  return `+1555555${1000 + Math.floor(Math.random() * 9000)}`
}

function message(from: string, text: string, language: string): HTMLElement {
  const segments = splitSegments(text)
  const body = paragraph('', { class: 'body', lang: language, dir: 'auto' })
  for (const [index, segment] of segments.entries()) body.append(...(index > 0 ? [cut()] : []), segment)
  const cost = words('segments', { segments: segments.length, characters: text.length })
  const made = document.createElement('article')
  made.append(paragraph(from, { class: 'from' }), body, paragraph(cost, { class: 'cost' }))
  return made
}

function cut(): HTMLElement {
  return Object.assign(document.createElement('span'), { className: 'cut', title: words('cut') })
}
