/** What went wrong between this page and the line, said where it happened. */

import { words } from './page.ts'
import { Unreachable } from './transport.ts'

export function tellTrouble(place: HTMLElement, error: unknown): void {
  place.textContent =
    error instanceof Unreachable
      ? words('gone')
      : words('trouble', { problem: error instanceof Error ? error.message : String(error) })
}
