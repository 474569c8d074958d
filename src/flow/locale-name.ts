/**
 * The tag of a language (BCP 47), which names its folder in locales/. An author who writes the name of the language instead is told its tag.
 *
 * @example
 * localeName.safeParse('Spanish').error // 'Write the tag of the language (BCP 47), here "es"; …'
 */
import { z } from 'zod'
import { SENTENCE_LANGUAGE } from '../authored/issue.ts'
import { eachOnce } from './fields.ts'

export const localeName = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, {
    error: ({ input }) =>
      `Write the tag of the language (BCP 47), ${tagAdvice(String(input))}; it is the name of its folder in locales/`,
  })
  .refine(
    isLanguageTag,
    'This is no language tag (BCP 47). Write the two or three letters of a language, and after a dash its region or script',
  )

export const localeNames = z
  .array(localeName)
  .min(1)
  .superRefine(eachOnce((name) => name.toLowerCase()))

/** Of a language by its name, in the language of the sentences or in itself. */
function tagAdvice(name: string): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const tags = letters.flatMap((first) => letters.map((second) => first + second))
  const isNamed = (tag: string) =>
    [SENTENCE_LANGUAGE, tag].some((language) => {
      const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
      return names.of(tag)?.toLowerCase() === name.toLowerCase()
    })
  const tag = isLanguageTag(name.toLowerCase()) && name.length < 4 ? name.toLowerCase() : tags.find(isNamed)
  return tag ? `here "${tag}"` : 'such as "es"'
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
