/**
 * `npm run fallback -- --out fallback`: the answers for callers and texters while the server cannot be reached, as static
 * files to host elsewhere, for Twilio's "Primary handler fails" (docs/operations.md).
 *
 * @example
 * npm run fallback -- --out fallback                # voice.xml and sms.xml in all languages, voice.es.xml … in one
 * npm run fallback -- --out fallback --country GB   # with the numbers of another country
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textsOf } from '../line/line.ts'
import { isSpoken } from '../line/place.ts'
import { mainPlace } from '../line/prepare.ts'
import { tellRecorded } from '../line/tell-recorded.ts'
import { tellReviewed } from '../line/tell-reviewed.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { writeApology } from '../sms/apology.ts'
import { renderText } from '../sms/render.ts'
import { renderFinalApology } from '../voice/apology.ts'
import { countryOrExit, project, readArguments } from './support/command.ts'

const USAGE = `npm run fallback -- --out <folder>: the answers while the server cannot be reached, as files to host elsewhere.

  --out <folder>   where to write voice.xml, sms.xml, and one of each in each language
  --country GB     with the numbers of another country`

const { values } = readArguments(USAGE, { options: { out: { type: 'string' }, country: { type: 'string' } } })
// Only what a live line tells: nobody is there to say that it is not checked.
const LIVE = { isDemo: false }
const { line } = tellReviewed(tellRecorded(await loadLineOrExit(project), LIVE).line, LIVE)
const out = values.out ?? exitWith('Say where to write: npm run fallback -- --out fallback')
const country = countryOrExit(line, values.country)

const texts = textsOf(line)
const { locales } = line.settings
const sets = [
  { end: 'xml', spoken: locales },
  ...locales.map((locale) => ({ end: `${locale}.xml`, spoken: [locale] })),
]
const refuse = ({ message }: Error) =>
  exitWith(`Nothing can be written to ${out}: ${message}. Name a folder of yours.`)
await mkdir(out, { recursive: true }).catch(refuse)
for (const { end, spoken } of sets) {
  const places = (channel: 'voice' | 'sms') =>
    spoken
      .filter((locale) => channel === 'sms' || isSpoken(line, locale))
      .map((locale) => mainPlace(line, channel, locale, country))
  const text = places('sms')
    .map((place) => writeApology(place, texts))
    .join('\n\n')
  const called = places('voice')
  if (called.length > 0)
    await writeFile(join(out, `voice.${end}`), renderFinalApology(called, texts)).catch(refuse)
  await writeFile(join(out, `sms.${end}`), renderText(text)).catch(refuse)
}
process.stdout.write(`Written to ${out}: voice.xml, sms.xml, and one of each for ${locales.join(', ')}.\n`)
