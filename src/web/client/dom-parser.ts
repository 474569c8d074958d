/**
 * The browser's own XML parser in the shape of `@xmldom/xmldom`, which the build puts this file in place of: a mistake is
 * told to `onError`, where browsers put it into the document.
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
