/**
 * `locales/other-languages.json`: languages that a line may lack. A text in one of them is told so, in that language.
 *
 * @example
 * { "fr": { "sms": "Désolé, je ne comprends pas le français. … {{languages}}. … {{emergency}}.", "names": ["français"], "words": ["je", …] } }
 */
import { z } from 'zod'

const strings = z.array(z.string().min(1)).default([])

export const otherLanguagesSchema = z.record(
  z
    .string()
    .refine(
      isLanguageTag,
      'This is no language tag (BCP 47). Write the two or three letters of a language, and after a dash its region or script',
    ),
  z
    .strictObject({
      sms: z.string().min(1).describe('Says that the line lacks this language, and which it has'),
      names: strings.describe(
        'What people call it, in itself and in others: a whole message that asks for it',
      ),
      scripts: z
        .array(
          z.string().refine(isScript, 'Write the name of a script as Unicode does, such as "Devanagari"'),
        )
        .default([])
        .describe('What it is written in'),
      letters: z.string().default('').describe('Letters that other languages in the same script lack'),
      words: strings.describe('Its most frequent words that say nothing of the subject'),
      reactions: strings.describe('What phones write before the text that somebody has reacted to; patterns'),
    })
    .refine(
      ({ scripts, letters, words }) => scripts.length > 0 || letters !== '' || words.length > 0,
      'Write by what it is known: "scripts", "letters" or "words"',
    ),
)

export type OtherLanguages = z.infer<typeof otherLanguagesSchema>

/** Those that none of the locales is in: `es-MX` is Spanish. */
export function lackedBy(locales: readonly string[], languages: OtherLanguages): OtherLanguages {
  const own = locales.map(languageOf)
  return Object.fromEntries(Object.entries(languages).filter(([tag]) => !own.includes(languageOf(tag))))
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u') !== undefined
  } catch {
    return false
  }
}
