/**
 * Reads the languages of the authored files for `/review`. What has not changed since the last reading is not read again: flows and
 * source texts take a third of a second.
 *
 * @example
 * const read = createReviewReader(files)
 * const project = await read()
 * if (project.ok) project.value.language('es')
 */
import { createHash } from 'node:crypto'
import type { Files } from '../../authored/files.ts'
import { ownPath } from '../../authored/own-path.ts'
import type { Result } from '../../authored/result.ts'
import { reviewPath } from '../../locale/review-file.ts'
import { type AuthoredProject, type Language, languageIn, readProject } from '../../review/language.ts'
import type { ReviewFiles } from '../deps.ts'

export interface ReviewProject extends AuthoredProject {
  /** As it is on disk; or with other rows, which a reviewer has not sent back yet. */
  readonly language: (locale: string, csv?: string) => Result<Language>
}

const REVIEW_FILE = /\/review\.csv$/

export function createReviewReader(files: ReviewFiles): () => Promise<Result<ReviewProject>> {
  let last: { readonly hash: string; readonly project: Result<AuthoredProject> } | undefined
  let languages = new Map<
    string,
    { readonly shipped: unknown; readonly own: unknown; readonly language: Result<Language> }
  >()
  return async () => {
    const all = await files.read()
    const hash = hashOf(all)
    if (last?.hash !== hash) {
      last = { hash, project: readProject(all) }
      languages = new Map()
    }
    const { project } = last
    if (!project.ok) return project
    const language = (locale: string, csv?: string) => {
      const path = reviewPath(locale)
      const { [path]: shipped, [ownPath(path)]: own, ...others } = all
      if (csv !== undefined) return languageIn(project.value, { ...others, [path]: csv }, locale)
      const known = languages.get(locale)
      if (known && known.shipped === shipped && known.own === own) return known.language
      const read = languageIn(project.value, all, locale)
      languages.set(locale, { shipped, own, language: read })
      return read
    }
    return { ok: true, value: { ...project.value, language } }
  }
}

/** Of all files but those that the page writes. */
function hashOf(files: Files): string {
  const hash = createHash('sha256')
  for (const [path, text] of Object.entries(files))
    if (!REVIEW_FILE.test(path))
      hash.update(`${path}\0`).update(typeof text === 'string' ? text : text.problem)
  return hash.digest('base64url')
}
