/**
 * `npm run script -- es`: the whole line in one language, as a page for reviewers.
 *
 * @example
 * npm run script -- es   # writes script.es.html
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadLineOrExit } from '../server/load-line.ts'
import { readingPage } from './support/script-page.ts'

const line = await loadLineOrExit(fileURLToPath(new URL('../..', import.meta.url)))
const [locale = line.settings.locales[0] as string] = process.argv.slice(2)
if (line.locales[locale]) {
  const file = `script.${locale}.html`
  await writeFile(file, String(await readingPage(line, locale)))
  process.stdout.write(`Written: ${file}\n`)
} else {
  process.stderr.write(
    `There is no locale "${locale}". This line has: ${Object.keys(line.locales).join(', ')}.\n`,
  )
  process.exitCode = 1
}
