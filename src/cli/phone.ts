/**
 * `npm run phone`: a call or a text conversation with the line, in the terminal, through the same app and no network. It is told with the
 * settings of the environment and today's switches, as a live call.
 *
 * @example
 * npm run phone                                   a call; type keys, words, or nothing for silence; "bye" ends it
 * npm run phone -- --text --locale es             a text conversation that begins in Spanish
 * npm run phone -- --country GB --save bones      saves the script as test/calls/bones.txt, where the tests replay it
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { countryCode } from '../flow/fields.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import type { Conversation } from '../simulator/script.ts'
import { play, startPlayer } from '../simulator/transcript.ts'
import { createDemoApp } from '../web/demo.ts'
import { localeOrExit, project, readArguments, root } from './support/command.ts'
import { playRules } from './support/play-rules.ts'
import { toldToday } from './support/told-today.ts'

const TO = '+15555550100'
const GOODBYE = 'bye'

const USAGE = `npm run phone: a call with the line, in the terminal. Type keys, words, or nothing for silence; "bye" ends it.

  --text          a text conversation
  --locale es     begins in that language
  --country GB    from that country
  --save <name>   saves it as a script of the tests

It tells what a live call hears now: with the settings of .env, and today's switches of their database.`

const { values } = readArguments(USAGE, {
  options: {
    text: { type: 'boolean', default: false },
    locale: { type: 'string' },
    country: { type: 'string' },
    save: { type: 'string' },
  },
})
// Nobody reads on, so nobody types on.
process.stdout.on('error', () => process.exit())
const now = new Date()
const { line, notice } = await toldToday(await loadLineOrExit(project), now)
if (notice) process.stderr.write(`${notice}\n`)
const { locales } = line.settings
if (values.locale !== undefined) localeOrExit(line, values.locale)
const country = countryCode.safeParse(values.country ?? line.settings.country)
if (!country.success) exitWith(`--country: ${country.error.issues[0]?.message}.`)

const conversation: Conversation = {
  channel: values.text ? 'sms' : 'voice',
  country: country.data,
  to: TO,
  title: '',
  controls: 'spelled out',
  steps: [],
}
const rules = playRules(line, createDemoApp(line, now).request)
const player = await startPlayer(conversation, rules)
const steps: string[] = []
print(player.opening)
for (const step of firstSteps()) await perform(step)

const terminal = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: process.stdin.isTTY,
})
// Input that comes from a file ends before it is all read; Node 24 refuses to prompt for more.
let isOpen = true
terminal.once('close', () => {
  isOpen = false
})
terminal.setPrompt(values.text ? 'You (text, bye): ' : 'You (key, words, Enter for silence, bye): ')
terminal.prompt()
for await (const typed of terminal) {
  if (typed.trim() === GOODBYE || player.state === 'ended') break
  await perform(stepFor(typed.trim()))
  if (isOpen) terminal.prompt()
}
terminal.close()

if (values.save) {
  const file = resolve(root, 'test', values.text ? 'texts' : 'calls', `${values.save}.txt`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${await play({ ...conversation, controls: 'short', steps }, rules)}\n`)
  process.stdout.write(`\nSaved as ${file}\n`)
}

async function perform(step: string): Promise<void> {
  steps.push(step)
  print(await player.perform(step))
  if (player.state === 'ended') print(player.closing())
}

function print(blocks: string): void {
  process.stdout.write(`${blocks}\n\n`)
}

function firstSteps(): readonly string[] {
  if (!values.locale) return []
  const words = line.locales[values.locale]?.commands.language[0] ?? ''
  return values.text ? [words] : [`presses ${locales.indexOf(values.locale) + 1}`]
}

function stepFor(typed: string): string {
  if (values.text) return typed
  if (player.state === 'dialling') return /^(n|no)/i.test(typed) ? 'does not answer' : 'answers'
  if (typed === '') return 'says nothing'
  return /^([0-9]{1,2}|[*#])$/.test(typed) ? `presses ${typed}` : `says "${typed.replaceAll('"', '')}"`
}
