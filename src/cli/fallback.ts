/**
 * `npm run fallback -- --out fallback`: what callers and texters get while the whole line cannot be reached, as files to
 * host elsewhere, for Twilio's "Primary handler fails" (docs/operations.md).
 *
 * @example
 * npm run fallback -- --out fallback                # voice.xml and sms.xml in all languages; voice.es.xml … in one
 * npm run fallback -- --out fallback --country GB   # with the numbers of another country
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { textsOf } from '../line/line.ts'
import { mainPlace } from '../line/prepare.ts'
import { loadLineOrExit } from '../server/load-line.ts'
import { writeApology } from '../sms/apology.ts'
import { renderText } from '../sms/render.ts'
import { renderFinalApology } from '../voice/apology.ts'

const line = await loadLineOrExit(fileURLToPath(new URL('../..', import.meta.url)))
const { values } = parseArgs({
  options: { out: { type: 'string' }, country: { type: 'string', default: line.settings.country } },
})
const { out, country } = values
if (!out) exitWith('Say where to write: npm run fallback -- --out fallback')
if (!line.directory[country])
  exitWith(
    `The directory has no numbers for "${country}". It has: ${Object.keys(line.directory).join(', ')}.`,
  )

const texts = textsOf(line)
const { locales } = line.settings
const sets = [
  { end: 'xml', spoken: locales },
  ...locales.map((locale) => ({ end: `${locale}.xml`, spoken: [locale] })),
]
await mkdir(out, { recursive: true })
for (const { end, spoken } of sets) {
  const places = (channel: 'voice' | 'sms') =>
    spoken.map((locale) => mainPlace(line, channel, locale, country))
  const text = places('sms')
    .map((place) => writeApology(place, texts))
    .join('\n\n')
  await writeFile(join(out, `voice.${end}`), renderFinalApology(places('voice'), texts))
  await writeFile(join(out, `sms.${end}`), renderText(text))
}
process.stdout.write(`Written to ${out}: voice.xml, sms.xml, and one of each for ${locales.join(', ')}.\n`)

function exitWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
