/**
 * Transcripts to keep: each can be copied, downloaded as a text file and printed, and that of an earlier call stays on the page,
 * closed. Nothing is stored: they go with the page.
 *
 * @example
 * const keepCall = startKeeping()
 * keepCall('2:05') // before the next call
 */
import { element } from './dom.ts'
import { clear, words } from './page.ts'
import { writeTurns } from './turns.ts'

/** What a button of a transcript does, by its `value`. */
const ACTIONS: Readonly<Record<string, (said: HTMLElement) => void>> = { copy, download, print: printOne }

/** Gives what moves the transcript in view to the earlier calls; `length` is that of its call. */
export function startKeeping(): (length: string) => void {
  const log = element('heard', HTMLDivElement)
  const tools = element('tools', HTMLParagraphElement)
  const earlier = element('earlier', HTMLElement)
  if (!navigator.clipboard) tools.querySelector('[value="copy"]')?.remove()
  element('call', HTMLElement).addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return
    const said = target.closest('.record')?.querySelector<HTMLElement>('.said')
    if (said) ACTIONS[target.value]?.(said)
  })
  return (length) => {
    tools.hidden = false
    if (log.childElementCount === 0) return
    const record = document.createElement('details')
    record.className = 'record'
    const summary = document.createElement('summary')
    summary.textContent = words('earlierCall', {
      number: earlier.querySelectorAll('details').length + 1,
      length,
    })
    const said = document.createElement('div')
    said.className = 'said'
    said.append(...log.children)
    const buttons = document.createElement('p')
    buttons.className = 'actions'
    buttons.append(...tools.cloneNode(true).childNodes)
    record.append(summary, said, buttons)
    earlier.querySelector('h3')?.after(record)
    earlier.hidden = false
    clear(log)
  }
}

function copy(said: HTMLElement): void {
  const note = element('copied', HTMLSpanElement)
  note.textContent = ''
  navigator.clipboard.writeText(writeTurns(said)).then(
    () => {
      note.textContent = words('copied')
    },
    () => {
      note.textContent = words('notCopied')
    },
  )
}

function download(said: HTMLElement): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([writeTurns(said)], { type: 'text/plain;charset=utf-8' }))
  link.download = `${document.title}.txt`
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** The style sheet prints nothing else while one is marked. */
function printOne(said: HTMLElement): void {
  said.classList.add('printed')
  addEventListener('afterprint', () => said.classList.remove('printed'), { once: true })
  print()
}
