/**
 * What the scripts of `/phone` share: the words and addresses that the server put into the page, and its logs.
 *
 * @example
 * words('left', { seconds: 10 }) // '10 seconds left'
 */
import type { PhoneData } from '../pages/phone-data.ts'
import { element } from './dom.ts'

export const data: PhoneData = JSON.parse(element('data', HTMLScriptElement).text)

/** A phrase of `locales/<locale>/pages.json`, under `phone`. */
export function words(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (data.words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Adds to a log and scrolls to its end. */
export function append(log: HTMLElement, entry: HTMLElement): void {
  log.append(entry)
  log.scrollTop = log.scrollHeight
}

/** Marks the entry that is said now and scrolls to it; null removes the mark. */
export function showNow(log: HTMLElement, entry: HTMLElement | null): void {
  log.querySelector('[aria-current]')?.removeAttribute('aria-current')
  if (!entry) return
  entry.setAttribute('aria-current', 'true')
  log.scrollTop = entry.offsetTop - log.offsetTop - log.clientHeight / 3
}

export function paragraph(text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const created = document.createElement('p')
  created.textContent = text
  for (const [name, value] of Object.entries(attributes)) if (value) created.setAttribute(name, value)
  return created
}
