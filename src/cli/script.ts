/**
 * `npm run script -- es`: the whole line in one language, as a page for reviewers.
 *
 * @example
 * npm run script -- es   # writes script.es.html
 */
import { writeFile } from 'node:fs/promises'
import { loadLineOrExit } from '../server/load-line.ts'
import { localeOrExit, readArguments, root } from './support/command.ts'
import { scriptPage } from './support/script-page.ts'

const { positionals } = readArguments({ allowPositionals: true })
const line = await loadLineOrExit(root)
const locale = localeOrExit(line, positionals[0])
const file = `script.${locale}.html`
await writeFile(file, String(await scriptPage(line, locale)))
process.stdout.write(`Written: ${file}\n`)
