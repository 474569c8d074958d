/**
 * How words are compared: which letters count as the same, and which sound the same. Messages are read in all languages of the line at
 * once, so the rules of its languages apply to every message together.
 *
 * @example
 * const spelling = openSpelling({ folding: { đ: 'd' }, sounds: { ph: 'f' } })
 * spelling.fold('đau') // 'dau'
 * spelling.keyOf('phone') // 'fone'
 */
import type { LocaleSettings } from '../locale/locale-settings.ts'
import { createPhoneticKey, type Sounds } from './phonetic-key.ts'

/** Plain JSON. */
export interface SpellingRules {
  /** By a letter that Unicode does not decompose, what people type instead: `đ` is `d`. */
  readonly folding: Readonly<Record<string, string>>
  readonly sounds: Sounds
}

export interface Spelling {
  readonly fold: (text: string) => string
  /** The phonetic key of a normalised word. */
  readonly keyOf: (word: string) => string
}

/** Of the same letters in two languages, the first language's rule counts. */
export function spellingRules(locales: readonly Pick<LocaleSettings, 'folding' | 'sounds'>[]): SpellingRules {
  const merge = (rules: readonly Readonly<Record<string, string>>[]) =>
    Object.assign({}, ...rules.toReversed())
  return {
    folding: merge(locales.map(({ folding }) => folding)),
    sounds: merge(locales.map(({ sounds }) => sounds)),
  }
}

export function openSpelling({ folding, sounds }: SpellingRules): Spelling {
  const letters = new Map(Object.entries(folding))
  const folded = letters.size > 0 && new RegExp(`[${[...letters.keys()].join('')}]`, 'gu')
  return {
    fold: folded ? (text) => text.replace(folded, (letter) => letters.get(letter) ?? letter) : (text) => text,
    keyOf: createPhoneticKey(sounds),
  }
}

/** Without the rules of any language: for words that are compared with their own spelling only. */
export const PLAIN_SPELLING: Spelling = openSpelling({ folding: {}, sounds: {} })
