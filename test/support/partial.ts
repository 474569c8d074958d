/**
 * A line of which one language lacks topics.
 *
 * @example
 * lacking(fixtureFiles, 'ht', 'outlook') // the files, without the texts of outlook in locales/ht
 */
import type { Files } from '../../src/authored/files.ts'
import { editFiles } from './edit-files.ts'

/** No topic is in the core, so that a language may lack any. */
export function lacking(files: Files, locale: string, ...topics: readonly string[]): Files {
  return editFiles(
    files,
    ['flows/line.yaml', ['core'], []],
    ...topics.map((topic) => [`locales/${locale}/main.json`, [topic]] as const),
  )
}
