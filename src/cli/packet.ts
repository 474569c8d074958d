/**
 * `npm run packet`: what the forms of the registration of texts in the US ask (A2P 10DLC, toll-free verification), filled in with what
 * this line really texts, in Markdown. What only you know is a blank.
 *
 * @example
 * npm run --silent packet > packet.md
 */

import { type LineTexts, writePacket } from '../doctor/packet.ts'
import { givenSettings } from '../environment/given.ts'
import { publicUrlProblem } from '../environment/public-url.ts'
import { ownNumbers, sourceLocale } from '../flow/settings.ts'
import { textsOf } from '../line/line.ts'
import { nodeText } from '../line/place.ts'
import { tellReviewed } from '../line/tell-reviewed.ts'
import { themesOf } from '../line/themes.ts'
import { readEnvironment } from '../server/environment.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { createTexter } from '../simulator/texter.ts'
import { type FormFields, postBy } from '../simulator/transport.ts'
import { writePhone } from '../sms/render.ts'
import { createDemoApp } from '../web/demo.ts'
import { project, readArguments } from './support/command.ts'

const USAGE = `npm run packet: what the forms for texts in the US ask (A2P 10DLC and toll-free verification), filled in, as Markdown.

  npm run --silent packet > packet.md`

/** A form takes five samples; a menu and the helplines are two of them. */
const TOPICS = 3
/** Numbers of nobody. Over WhatsApp the line itself answers STOP and HELP, which Twilio answers at long numbers. */
const TEXT: FormFields = { From: '+15555550111', To: '+15555550100', FromCountry: 'US' }
const WHATSAPP = { From: `whatsapp:${TEXT.From}`, To: `whatsapp:${TEXT.To}` }

readArguments(USAGE, {})
const { line } = tellReviewed(await loadLineOrExit(project), { isDemo: false })
const { PUBLIC_URL: publicUrl } = givenSettings(readEnvironment(), ['PUBLIC_URL'])
const problem = publicUrl && publicUrlProblem(publicUrl)
if (problem) exitWith(problem)
const locale = sourceLocale(line.settings)
const texts = textsOf(line)
const post = postBy(createDemoApp(line).request)
const reply = async (words: string, conversation = TEXT) =>
  (await createTexter(post, conversation).send(words)).replies.join('\n')

const words = themesOf(line, locale)
  .flatMap(({ topics }) => topics)
  .filter(({ slug }) => !line.settings.off?.includes(slug))
  .map(({ slug }) => ({ slug, word: texts(locale, nodeText(slug, 'word'), writePhone).toUpperCase() }))
const onCard = words.filter(({ slug }) => line.settings.card.includes(slug))
const shown = (onCard.length >= TOPICS ? onCard : words).slice(0, TOPICS)
const asked = [...shown.map(({ word }) => word), 'MENU', 'PERSON']
const told: LineTexts = {
  samples: await Promise.all(asked.map((word) => reply(word))),
  words: words.map(({ word }) => word),
  start: await reply('START', WHATSAPP),
  help: await reply('HELP', WHATSAPP),
  stop: await reply('STOP', WHATSAPP),
  hasLinks: /https?:\/\/|\bwww\./.test(JSON.stringify(line.locales[locale]?.resources)),
}
process.stdout.write(
  writePacket({
    name: line.settings.name,
    number: ownNumbers(line.settings)[0] ?? null,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    locale,
    languages: line.settings.locales,
    operator: line.settings.operator?.name ?? null,
    texts: told,
  }),
)
