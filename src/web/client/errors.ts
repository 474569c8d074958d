/** Shows an error between this page and the line beside the form or the call that met it. */
import { words } from './page.ts'
import { Unreachable } from './transport.ts'

export function showError(place: HTMLElement, error: unknown): void {
  place.classList.add('trouble')
  place.textContent =
    error instanceof Unreachable
      ? words('gone')
      : words('trouble', { problem: error instanceof Error ? error.message : String(error) })
}
