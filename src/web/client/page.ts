/**
 * What the scripts of `/phone` share: the words and addresses that the server put into the page, and its logs.
 *
 * @example
 * words('left', { seconds: 10 }) // '10 seconds left'
 */
import type { PhoneData } from '../pages/phone-data.ts'
import { element } from './dom.ts'

/** In pixels: some two lines. */
const NEAR = 60

export const data: PhoneData = JSON.parse(element('data', HTMLScriptElement).text)

/** A phrase of `locales/<locale>/pages.json`, under `phone`. */
export function words(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (data.words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Empties a log. */
export function clear(log: HTMLElement): void {
  log.replaceChildren()
  delete log.dataset.shown
}

/** Adds to a log, and scrolls to its end. */
export function append(log: HTMLElement, entry: HTMLElement): void {
  log.append(entry)
  scrollTo(log, log.scrollHeight)
}

/** Marks the entry that is said now, and scrolls to it; null removes the mark. */
export function showNow(log: HTMLElement, entry: HTMLElement | null): void {
  log.querySelector('[aria-current]')?.removeAttribute('aria-current')
  if (!entry) return
  entry.setAttribute('aria-current', 'true')
  scrollTo(log, entry.offsetTop - log.offsetTop - log.clientHeight / 3)
}

/** Not where the reader has scrolled to something earlier. */
function scrollTo(log: HTMLElement, top: number): void {
  const { shown = log.scrollTop } = log.dataset
  if (Math.abs(log.scrollTop - Number(shown)) > NEAR) return
  log.scrollTop = top
  log.dataset.shown = String(log.scrollTop)
}

export function paragraph(text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const created = document.createElement('p')
  created.textContent = text
  for (const [name, value] of Object.entries(attributes)) if (value) created.setAttribute(name, value)
  return created
}
