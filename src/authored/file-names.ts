/**
 * Tells authored files from what else lies in their folders: notes, and what editors, archives and file managers leave there. A
 * file that an author may take for one of the line is never left out silently.
 *
 * @example
 * const { readable, issues } = takeAuthored({ 'flows/main.yml': '…', 'flows/main.yaml.txt': '…', 'flows/x.yaml~': '…' })
 */
import { isUnreadable, type ReadableFiles, type Unreadable } from './files.ts'
import { type Issue, issueAtStart } from './issue.ts'
import { shippedPath } from './own-path.ts'
import type { Source } from './source.ts'

/** Names that the line reads. A translator's own name for a theme may have any letters. */
const READ =
  /^(flows\/([^/]+|(directory|prices)\/[^/]+)\.ya?ml|locales\/(([^/]+\/[^/]+|other-languages|voices)\.json|[^/]+\/(review|recordings)\.csv))$/
/** Letters of a name; a space or a bracket in it is what a file manager gives to a copy. */
const PLAIN_NAME = /^[\p{L}\p{M}\p{N}._-]+$/u
/** Names by which the line finds a file, so capitals hide it. Files of the directory are known by their `country`. */
const NAMED_IN_SMALL_LETTERS = /^(flows\/[^/]+|flows\/prices\/[^/]+|locales\/[^/]+\/[^/]+)$/
/** A copy that an editor or a merge makes of the file beside it. */
const BACKUP = /(?:^|\/)#([^/]+)#$|~$|\.(?:bak|orig|rej|tmp|sw[a-p])$/i
/** What authors write lines in, under whatever name it is saved. */
const LIKE_AUTHORED = /\.(ya?ml|json|txt)/i

/** JSON, or nodes in YAML. */
const WRITTEN_AS_AUTHORED = /^\s*\{|^nodes:/m

/** Hidden files, those of file managers, locks of open documents, generated schemas and notes: nobody takes them for a part of the line. */
export function isBesideTheLine(path: string): boolean {
  return (
    /(^|\/)(\.|~\$|__MACOSX(\/|$)|(thumbs\.db|desktop\.ini|icon\r)$)|^flows\/schemas\/|\.md$/i.test(path) ||
    /(^|\/)(readme|licen[cs]e|notice)(\.(txt|rst|html?|pdf|docx?|odt))?$/i.test(path)
  )
}

export function takeAuthored<Text extends string | Source>(
  files: Readonly<Record<string, Text | Unreadable>>,
): {
  readonly readable: Readonly<Record<string, Text>>
  readonly issues: readonly Issue[]
} {
  const readable: Record<string, Text> = {}
  const issues: Issue[] = []
  const paths = Object.entries(files).sort(([path], [other]) => (path < other ? -1 : 1))
  for (const [path, text] of paths) {
    if (isBesideTheLine(path) || isBackup(path, files)) continue
    const problem = nameProblem(path, files)
    if (isUnreadable(text)) {
      issues.push({ ...issueAtStart(path, 'unreadable-file', text.problem), causes: [path] })
    } else if (problem) {
      const isMeant = LIKE_AUTHORED.test(path) && !isNotes(path, files)
      const issue = issueAtStart(path, 'unknown-file', problem, isMeant ? 'error' : 'warning')
      issues.push(isMeant ? { ...issue, causes: [plainName(path)] } : issue)
    } else if (path.endsWith('.yml') && Object.hasOwn(files, withYaml(path))) {
      const message = `There is ${withYaml(path)} as well. Keep one of the two.`
      issues.push(issueAtStart(path, 'duplicate-file', message))
    } else readable[path] = text
  }
  return { readable, issues }
}

function nameProblem(path: string, files: ReadableFiles): string | undefined {
  const name = fileName(path)
  const shipped = shippedPath(path)
  const isFound = !NAMED_IN_SMALL_LETTERS.test(shipped) || name === name.toLowerCase()
  if (READ.test(shipped) && PLAIN_NAME.test(name) && isFound) return undefined
  const meant = plainName(path)
  const isOwnText = /^line\/[^/]+\.json$/.test(path)
  const advice = isOwnText
    ? `Texts stand in the folder of their language: move it to line/locales/en/${name}, or that of another.`
    : isNotes(path, files)
      ? 'Keep notes under a name that ends in .md, or move them elsewhere.'
      : !LIKE_AUTHORED.test(path)
        ? 'Move it elsewhere, or delete it.'
        : meant === path || !READ.test(shippedPath(meant))
          ? 'Move it elsewhere, or give it a name as in the README of its folder.'
          : Object.hasOwn(files, meant)
            ? `Is it a copy of ${meant}? Keep what you need of it there, and delete it.`
            : `Rename it to ${meant}, or move it elsewhere.`
  return `The line does not read a file of this name. ${advice}`
}

function isBackup(path: string, files: ReadableFiles): boolean {
  return BACKUP.test(path) && Object.hasOwn(files, path.replace(BACKUP, withoutMarks))
}

/** A text that neither is named as a file of the line, like "us.yaml.txt" and "symptoms.txt", nor written as one. */
function isNotes(path: string, files: ReadableFiles): boolean {
  const text = files[path]
  if (!/^[^.]*\.txt$/i.test(path) || (typeof text === 'string' && WRITTEN_AS_AUTHORED.test(text)))
    return false
  const meant = fileName(plainName(path))
  return !Object.keys(files).some((each) => fileName(each) === meant)
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The name without what a copy, a backup or another program has added to it. */
function plainName(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  const name = path
    .slice(slash)
    .toLowerCase()
    .replace(BACKUP, withoutMarks)
    .replace(/\.txt$|^copy of |( - copy| copy)?( ?\(\d+\)| \d+)?(?=\.[a-z]+$)/g, '')
    .replaceAll(' ', '-')
  const ending = shippedPath(path).startsWith('flows/') ? '.yaml' : '.json'
  const ended = /\.\w+$/.test(name) ? name : `${name}${ending}`
  return path.slice(0, slash) + (ending === '.yaml' ? ended.replace(/\.json$/, ending) : ended)
}

function withoutMarks(found: string, between?: string): string {
  return between ? found.replace(`#${between}#`, between) : ''
}

function withYaml(path: string): string {
  return path.replace(/\.yml$/, '.yaml')
}
