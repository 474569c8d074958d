/** The part of the library `xliff` that the round trip uses; it comes without types. */
declare module 'xliff' {
  /** An element within words: `<x id="1" equiv-text="{{emergency}}"/>` is `{ Standalone: { id: '1', … } }`. */
  export interface InlineElement {
    readonly Standalone?: Readonly<Record<string, string>>
  }

  /** The library gives an element that stands alone without a list. */
  export type InlineText = string | InlineElement | readonly (string | InlineElement)[]

  export interface TransUnit {
    readonly source?: InlineText
    readonly target?: InlineText
    readonly note?: string | readonly string[]
    readonly additionalAttributes?: Readonly<Record<string, string>>
  }

  export interface Xliff {
    readonly sourceLanguage?: string
    readonly targetLanguage?: string
    /** Where it is not 1.2. */
    readonly xliffVersion?: string
    /** By the original file, then by id. */
    readonly resources: Readonly<Record<string, Readonly<Record<string, TransUnit>>>>
  }

  export function jsToXliff12(xliff: Xliff, options: { readonly indent: string }): Promise<string>
  export function xliff12ToJs(
    xml: string,
    options: { readonly captureSpacesBetweenElements: boolean },
  ): Promise<Xliff>
}
