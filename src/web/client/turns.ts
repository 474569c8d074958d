/**
 * The transcript of a call by turns: what the caller did, where the call then is, how long it speaks there, and its words.
 *
 * @example
 * beginTurn(log, 'press 3')
 * headTurn(log, caller.heard, caller.state.action, 'US') // "Bones · part 1 of 6 · 24 seconds"
 * addToTurn(log, paragraph('Bones.'))
 */
import { secondsToSay } from '../../simulator/seconds.ts'
import type { Said } from '../../simulator/twiml.ts'
import { append, paragraph, words } from './page.ts'
import { nodeAt, readPlace } from './place.ts'

const BETWEEN = ' · '

/** The first turn of a call has no `what`: the line speaks first. */
export function beginTurn(log: HTMLElement, what?: string): void {
  const turn = document.createElement('div')
  turn.className = 'turn'
  if (what) turn.append(paragraph(`${words('you')}: ${what}`, { class: 'you' }))
  append(log, turn)
}

/** `country` is where the call comes from: some topics have parts for one country alone. */
export function headTurn(log: HTMLElement, heard: readonly Said[], action: string, country: string): void {
  const head = paragraph('', { class: 'where' })
  const place = readPlace(action)
  const node = place && nodeAt(place)
  if (place && node) {
    const title = document.createElement('b')
    title.textContent = node.titles[place.locale] ?? ''
    title.lang = place.locale
    const parts = (node.parts ?? 1) + (node.more?.[place.country ?? country] ?? 0)
    const part = words('part', { part: Math.min(place.part, parts), parts })
    head.append(title, node.parts === undefined ? BETWEEN : `${BETWEEN}${part}${BETWEEN}`)
  }
  head.append(words('length', { seconds: Math.max(1, Math.round(secondsToSay(heard))) }))
  addToTurn(log, head)
}

export function addToTurn(log: HTMLElement, entry: HTMLElement): void {
  log.lastElementChild?.append(entry)
}

/** To copy or to keep: a line for each line, and an empty one between turns. */
export function writeTurns(log: HTMLElement): string {
  const written = [...log.children].map((turn) =>
    [...turn.children].map(({ textContent }) => textContent).join('\n'),
  )
  return `${written.join('\n\n')}\n`
}
