/**
 * The page as the phone needs it: its elements, and the words and addresses it was served with.
 *
 * @example
 * element('dial', HTMLButtonElement).addEventListener('click', call)
 * words('left', { seconds: 10 }) // '10 seconds left'
 */
import type { PhoneData } from '../pages/phone-data.ts'

/** @throws where the page has no such element: page and script are of different builds. */
export function element<T extends Element>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} "${id}".`)
  return found
}

export const data = JSON.parse(element('data', HTMLScriptElement).text) as PhoneData

/** A phrase of `locales/<locale>/pages.json`, under `phone`. */
export function words(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (data.words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Adds to a log of what was said, and shows its end. */
export function append(log: HTMLElement, entry: HTMLElement): void {
  log.append(entry)
  log.scrollTop = log.scrollHeight
}

/** Marks the entry of a log that is being said, and brings it into view; none where nothing is. */
export function showNow(log: HTMLElement, entry: HTMLElement | null): void {
  log.querySelector('[aria-current]')?.removeAttribute('aria-current')
  if (!entry) return
  entry.setAttribute('aria-current', 'true')
  log.scrollTop = entry.offsetTop - log.offsetTop - log.clientHeight / 3
}

export function paragraph(text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement('p')
  made.textContent = text
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value)
  return made
}
