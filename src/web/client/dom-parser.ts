/**
 * The browser's own XML parser with the interface of `@xmldom/xmldom`, which the build replaces by this file: a syntax
 * error goes to `onError`, where browsers write it into the document.
 */
export class DOMParser {
  readonly #onError: (level: 'fatalError', message: string) => void

  constructor({ onError }: { readonly onError: (level: 'fatalError', message: string) => void }) {
    this.#onError = onError
  }

  parseFromString(xml: string, type: DOMParserSupportedType): Document {
    const document = new globalThis.DOMParser().parseFromString(xml, type)
    const error = document.querySelector('parsererror')
    if (error) this.#onError('fatalError', error.textContent ?? '')
    return document
  }
}
