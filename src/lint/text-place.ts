/** The place of a node's text in the locale files, for issues that are found on the compiled line. */
import type { Files } from '../authored/files.ts'
import type { Location } from '../authored/issue.ts'
import { type Path, readSource } from '../authored/source.ts'

/** The file of `locales/<locale>/` that holds the node, and where in it the path stands. */
export function textPlace(files: Files, locale: string, slug: string, path: Path): Location {
  for (const [file, text] of Object.entries(files)) {
    if (!file.startsWith(`locales/${locale}/`) || !text.includes(`"${slug}"`)) continue
    const { source } = readSource(file, text)
    if (source && typeof source.data === 'object' && source.data !== null && Object.hasOwn(source.data, slug))
      return source.at([slug, ...path])
  }
  return { file: `locales/${locale}`, line: 1, column: 1 }
}
