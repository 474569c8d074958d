/**
 * `npm run script -- es`: the whole line in one language, as a page for reviewers; or only the sentences that have changed since
 * a tag or commit, with why and by whom they are told, in Markdown.
 *
 * @example
 * npm run script -- es                                       # writes script.es.html
 * npm run --silent script -- en --changed-since v0.1.0 > changes.txt
 */
import { writeFile } from 'node:fs/promises'
import type { Line } from '../line/line.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { changedSentences } from './support/changed-sentences.ts'
import { changesPage } from './support/changes-page.ts'
import { localeOrExit, project, readArguments, root } from './support/command.ts'
import { filesAtCommit } from './support/git-files.ts'
import { scriptPage } from './support/script-page.ts'

const USAGE = `npm run script -- <language>: the whole line in one language, as a page for reviewers.

  --changed-since v0.1.0   only the sentences that have changed since a tag or commit, as Markdown`

const { values, positionals } = readArguments(USAGE, {
  options: { 'changed-since': { type: 'string' } },
  allowPositionals: true,
})
const line = await loadLineOrExit(project)
const locale = localeOrExit(line, positionals[0])
const since = values['changed-since']
if (since === undefined) await writePage(line, locale)
else await printChanges(line, locale, since)

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
