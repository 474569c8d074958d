/**
 * What is to be said, before it is words: a key of the locale files and the values it names.
 *
 * @example
 * { key: 'phrases:voice.option', values: { label: { key: 'nodes:bone.label' }, key: '1' } }
 */

/** A telephone number; each channel writes it in its own way (spoken digit by digit, or grouped). */
export interface Phone {
  /** In full (`+18002272345`), or a short number as it is dialled (`988`). */
  readonly phone: string
  /** ISO code of the country whose grouping is used. */
  readonly country: string
}

/** A value inside a text: plain, a telephone number, or a further wording. */
export type Value = string | number | Phone | Wording

export interface Wording {
  readonly key: string
  readonly values?: { readonly [name: string]: Value }
}
