/**
 * A text without a language: a key of the locale files, and the values that the text names.
 *
 * @example
 * { key: 'phrases:voice.option', values: { label: { key: 'nodes:bone.label' }, key: '1' } }
 */

/** A telephone number. Voice speaks it digit by digit; a text writes it in groups. */
export interface PhoneNumber {
  /** In full (`+18002272345`), or a short number as it is dialled (`988`). */
  readonly phone: string
  /** ISO code of the country whose people read the number: it decides the groups. */
  readonly country: string
}

/** The digits alone, for words that nobody hears or is billed for. */
export function dialledPhone({ phone }: PhoneNumber): string {
  return phone
}

/** A value inside a text: plain, a telephone number, or a further wording. */
export type Value = string | number | PhoneNumber | Wording

export interface Wording {
  readonly key: string
  readonly values?: { readonly [name: string]: Value }
}

/** Phrases by key, each with the names of its values. */
export type PhraseTable = Readonly<Record<string, readonly string[]>>
