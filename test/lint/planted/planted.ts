/** A mistake planted in a file of the real line, or of the operator's own folder, by one edit of the text as it stands on disk. */
import type { Files } from '../../../src/authored/files.ts'

export interface Planted {
  readonly name: string
  readonly file: string
  /** What the edit finds, and what it writes there; without `find` it writes the whole file. */
  readonly find?: string | RegExp
  readonly write: string
  /** The file under another name. */
  readonly rename?: string
  /** Where the first issue is, if not in the file itself. */
  readonly where?: string
  /** What the line named holds, after the edit. */
  readonly at: string
  /** What the first issue says. */
  readonly says: RegExp
}

export const LINE = 'flows/line.yaml'
export const MAIN = 'flows/main.yaml'
export const SYMPTOMS = 'flows/symptoms.yaml'
export const US = 'flows/directory/us.yaml'
export const WORDS = 'locales/es/symptoms.json'
export const OWN = 'line/line.yaml'

export const OPEN = '[mon, tue, wed, thu, fri], from: "09:00", to: "17:00"'

/** The files with the mistake in them. */
export function plant(files: Files, { file, find, write, rename }: Planted): Files {
  const { [file]: before = '', ...others } = files
  if (find === undefined) return { ...files, [file]: write }
  const after = String(before).replace(find, () => write)
  if (after === before && !rename) throw new Error(`${file} does not hold ${find}`)
  return { ...others, [rename ?? file]: after }
}
