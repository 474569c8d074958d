/**
 * `npm run card -- es`: the card of a language as a PDF, to print or to send to a printer's.
 *
 * @example
 * npm run card -- es                    # writes card.es.pdf, on A4
 * npm run card -- en --paper letter     # on US Letter
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadLineOrExit } from '../server/load-line.ts'
import { createDemoApp } from '../web/demo.ts'
import { papers } from '../web/pages/card.tsx'
import { findChromium, launchChromium, NO_CHROMIUM } from './support/chromium.ts'
import { printCard } from './support/print-card.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  options: { paper: { type: 'string', default: 'a4' } },
  allowPositionals: true,
})
const line = await loadLineOrExit(root)
const [locale = line.settings.locales[0] as string] = positionals
const chromium = findChromium(process.env.CHROMIUM_PATH)
if (!line.settings.locales.includes(locale))
  exitWith(`There is no locale "${locale}". This line has: ${line.settings.locales.join(', ')}.`)
if (!papers.some((paper) => paper === values.paper))
  exitWith(`There is no paper "${values.paper}". Choose one of: ${papers.join(', ')}.`)
if (!chromium) exitWith(NO_CHROMIUM)

const assets = JSON.parse(await readFile(join(root, 'dist', 'assets.json'), 'utf8'))
const browser = await launchChromium(chromium)
const pdf = await printCard(browser, createDemoApp(line, new Date(), assets), locale, values.paper)
await browser.close()
const file = `card.${locale}.pdf`
await writeFile(file, pdf)
process.stdout.write(`Written: ${file}\n`)
if (!line.settings.number)
  process.stdout.write(
    'flows/line.yaml names no number yet, so the card has room to write it in, and no codes to scan.\n',
  )

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
