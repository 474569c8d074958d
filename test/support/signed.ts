/**
 * Files of a line in which somebody has signed a language, or one topic of it.
 *
 * @example
 * signed(fixtureFiles, 'ht', { group: 'bone', state: 'reviewed' })
 */
import type { Files } from '../../src/authored/files.ts'
import { reviewPath, writeReview } from '../../src/locale/review-file.ts'
import { type Language, readLanguage } from '../../src/review/language.ts'
import { type Signing, sign } from '../../src/review/sign.ts'

export const NURSE = { by: 'M. R., nurse', how: 'human', when: '2026-11-26' } as const

export function languageOf(files: Files, locale: string): Language {
  const language = readLanguage(files, locale)
  if (!language.ok) throw new Error(language.problems.join('\n'))
  return language.value
}

export function signed(files: Files, locale: string, signature: Partial<Signing> = {}): Files {
  const all = { group: undefined, state: 'reviewed', ...NURSE, ...signature } as const
  const result = sign(languageOf(files, locale), all)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return { ...files, [reviewPath(locale)]: writeReview(result.value.rows) }
}
