/**
 * Elements of the page by name, each checked to be of the class that the script needs.
 *
 * @example
 * element('dial', HTMLButtonElement).addEventListener('click', call)
 * field(element('write', HTMLFormElement), 'words', HTMLTextAreaElement).value
 */

/** @throws where the page has no such element: the page and the script come from different builds. */
export function element<T extends Element>(id: string, type: new () => T): T {
  return expectType(document.getElementById(id), id, type)
}

/** @throws as `element` does. */
export function field<T extends Element>(form: HTMLFormElement, name: string, type: new () => T): T {
  return expectType(form.elements.namedItem(name), name, type)
}

function expectType<T>(found: unknown, name: string, type: new () => T): T {
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} "${name}".`)
  return found
}
