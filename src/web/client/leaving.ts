/**
 * Asks before a link of the page ends a call: one to this page in another language would, too.
 *
 * @example
 * askBeforeLeaving(() => isInCall, () => call.hangUp())
 */
import { element } from './dom.ts'

export function askBeforeLeaving(isInCall: () => boolean, hangUp: () => void): void {
  const dialog = element('leaving', HTMLDialogElement)
  let address = ''
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isInCall() || !leadsAway(link)) return
    // Opens in another tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    address = link.href
    dialog.returnValue = ''
    dialog.showModal()
  })
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'leave') return
    hangUp()
    location.assign(address)
  })
}

/** Not within the page, and not to the telephone of the device. */
function leadsAway({ href }: HTMLAnchorElement): boolean {
  return href.startsWith('http') && pageOf(href) !== pageOf(location.href)
}

function pageOf(address: string): string | undefined {
  return address.split('#')[0]
}
