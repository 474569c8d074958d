/**
 * `npm run card -- es`: the card for waiting rooms in one language, as a PDF to print.
 *
 * @example
 * npm run card -- es                    # writes card.es.pdf, on A4
 * npm run card -- en --paper letter     # on US Letter
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AS_USUAL } from '../flow/today.ts'
import { textsOf } from '../line/line.ts'
import { withToday } from '../line/today.ts'
import { phrase } from '../locale/phrases.ts'
import { scriptOf } from '../locale/script-of.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { writePhone } from '../sms/render.ts'
import { createDemoApp } from '../web/demo.ts'
import { papers } from '../web/pages/card.tsx'
import { findChromium, launchChromium, NO_CHROMIUM } from './support/chromium.ts'
import { localeOrExit, project, readArguments, root } from './support/command.ts'
import { letterWithoutFont } from './support/missing-font.ts'
import { printCard } from './support/print-card.ts'

const USAGE = `npm run card -- <language>: the card for waiting rooms, as a PDF to print.

  --paper letter   on US Letter; A4 where it is left out`

const { values, positionals } = readArguments(USAGE, {
  options: { paper: { type: 'string', default: 'a4' } },
  allowPositionals: true,
})
const now = new Date()
// Without the topics that `line.yaml` has off.
const line = withToday(await loadLineOrExit(project), AS_USUAL, now)
const locale = localeOrExit(line, positionals[0])
const paper =
  papers.find((each) => each === values.paper) ??
  exitWith(`There is no paper "${values.paper}". Choose one of: ${papers.join(', ')}.`)
const chromium = findChromium(process.env.CHROMIUM_PATH) ?? exitWith(NO_CHROMIUM)

const missing = await letterWithoutFont(textsOf(line)(locale, phrase('card.lead'), writePhone))
if (missing !== null)
  process.stderr.write(
    `No font of this machine has ${scriptOf(missing)} letters, such as ${missing}: the card would show boxes. Install one (Debian: apt-get install fonts-noto-core fonts-noto-cjk).\n`,
  )
const assets = JSON.parse(await readFile(join(root, 'dist', 'assets.json'), 'utf8'))
const browser = await launchChromium(chromium)
const pdf = await printCard(browser, createDemoApp(line, now, assets), locale, paper)
await browser.close()
const file = `card.${locale}.pdf`
await writeFile(file, pdf)
process.stdout.write(`Written: ${file}\n`)
if (!line.settings.number)
  process.stdout.write(
    'line/line.yaml has no number yet, so the card has room to write it by hand, and no codes to scan.\n',
  )
