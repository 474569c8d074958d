/**
 * `npm run phone`: a call or a text conversation with the line, in the terminal, through the same app and no network.
 *
 * @example
 * npm run phone                                   a call; type keys, words, or nothing for silence; "bye" ends it
 * npm run phone -- --text --locale es             a text conversation that begins in Spanish
 * npm run phone -- --country GB --save bones      keeps the script as test/calls/bones.txt
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadLineOrExit } from '../server/load-line.ts'
import { type Conversation, play } from '../simulator/transcript.ts'
import { postBy } from '../simulator/transport.ts'
import { countSegments } from '../sms/segments.ts'
import { createDemoApp } from '../web/demo.ts'

const TO = '+15555550100'
const GOODBYE = 'bye'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: {
    text: { type: 'boolean', default: false },
    locale: { type: 'string' },
    country: { type: 'string' },
    save: { type: 'string' },
  },
})
const line = await loadLineOrExit(root)
const { locales } = line.settings
if (values.locale && !locales.includes(values.locale)) {
  process.stderr.write(`There is no locale "${values.locale}". This line has: ${locales.join(', ')}.\n`)
  process.exit(1)
}

let conversation: Conversation = {
  channel: values.text ? 'sms' : 'voice',
  country: values.country ?? line.settings.country,
  to: TO,
  deeds: firstDeeds(),
}
const post = postBy(createDemoApp(line).request)
// Every step plays the whole conversation anew: the line keeps nothing between steps, so it hears the same.
let script = await play(post, conversation, countSegments)
process.stdout.write(`${script}\n`)

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
terminal.setPrompt(
  conversation.channel === 'voice' ? 'You (key, words, Enter for silence, bye): ' : 'You (text, bye): ',
)
terminal.prompt()
for await (const typed of terminal) {
  if (typed.trim() === GOODBYE || /\[ends the call\]\s*$/.test(script)) break
  const before = script.replace(/\nLine {5}\[waits .*\n$/, '').length
  conversation = { ...conversation, deeds: [...conversation.deeds, deedFor(typed.trim())] }
  script = await play(post, conversation, countSegments)
  process.stdout.write(script.slice(before))
  if (isOpen) terminal.prompt()
}
terminal.close()

if (values.save) {
  const file = resolve(root, 'test', values.text ? 'texts' : 'calls', `${values.save}.txt`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, script)
  process.stdout.write(`\nSaved as ${file}\n`)
}

function firstDeeds(): readonly string[] {
  if (!values.locale) return []
  const words = line?.locales[values.locale]?.commands.language[0] ?? ''
  return values.text ? [words] : [`presses ${locales.indexOf(values.locale) + 1}`]
}

function deedFor(typed: string): string {
  if (values.text) return typed
  if (/\[rings [^\]]*\]\s*$/.test(script)) return /^(n|no)/i.test(typed) ? 'does not answer' : 'answers'
  if (typed === '') return 'says nothing'
  return /^([0-9]{1,2}|[*#])$/.test(typed) ? `presses ${typed}` : `says "${typed.replaceAll('"', '')}"`
}
