/**
 * `npm run review -- script es`: the whole line in one language, as a page for reviewers; or only the sentences that have changed since a
 * tag or commit, with why and by whom they are told, in Markdown.
 *
 * @example
 * await reviewersScript('es', undefined) // writes script.es.html
 */
import { writeFile } from 'node:fs/promises'
import type { Line } from '../../line/line.ts'
import { loadFiles } from '../../server/load-files.ts'
import { exitWith, loadLineOrExit } from '../../server/load-line.ts'
import { changedSentences } from './changed-sentences.ts'
import { changesPage } from './changes-page.ts'
import { checkFiles } from './check-files.ts'
import { localeOrExit, project, root } from './command.ts'
import { filesAtCommit } from './git-files.ts'
import { scriptPage } from './script-page.ts'

export async function reviewersScript(name: string | undefined, since: string | undefined): Promise<void> {
  await checkFiles({ isQuiet: true })
  if (process.exitCode) return
  const line = await loadLineOrExit(project)
  const locale = localeOrExit(line, name)
  if (since === undefined) await writePage(line, locale)
  else await printChanges(line, locale, since)
}

async function writePage(line: Line, locale: string): Promise<void> {
  const file = `script.${locale}.html`
  await writeFile(file, String(await scriptPage(line, locale)))
  process.stdout.write(`Written: ${file}\n`)
}

async function printChanges(line: Line, locale: string, since: string): Promise<void> {
  const before = await filesAtCommit(root, since, `locales/${locale}`)
  if (!before) exitWith(`git knows no tag or commit "${since}" here. \`git tag\` and \`git log\` list them.`)
  const files = await loadFiles(project)
  const changes = changedSentences(before.files, files, locale)
  process.stdout.write(
    changesPage({ line, locale, files }, changes, `${since} (${before.commit.slice(0, 7)})`),
  )
}
