/**
 * Comments and back-translations that are written and not saved: a link to another page of the language sends them with the form, so that
 * they are saved on the way. Before any other way out the browser asks (HTML, `beforeunload`).
 *
 * @example
 * keepUnsaved(form)
 */

export function keepUnsaved(form: HTMLFormElement): void {
  let isUnsaved = false
  form.addEventListener('input', ({ target }) => {
    isUnsaved ||= target instanceof HTMLTextAreaElement
  })
  form.addEventListener('submit', () => {
    isUnsaved = false
  })
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.go') : null
    if (!link || !isUnsaved) return
    // Opens in another tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    form.action = link.href
    isUnsaved = false
    form.submit()
  })
  globalThis.addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault()
  })
}
