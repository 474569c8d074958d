/**
 * Writes the scripts under test/calls/ and test/texts/ as the line now answers (`npm run lines -- transcripts`). Git then shows what
 * callers will notice.
 *
 * The themes of the main menu are written from tours of the line, and `rules.txt` from words of each danger. Every other script is played
 * again from its own steps: to add one, write its heading and its steps, or use `npm run phone -- --save`.
 *
 * @example
 * await writeTranscripts(line, root) // 118
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keysToLanguage } from '../../src/cli/support/keys-to.ts'
import { playRules } from '../../src/cli/support/play-rules.ts'
import type { Line } from '../../src/line/line.ts'
import { isSpoken } from '../../src/line/place.ts'
import { play, replay } from '../../src/simulator/transcript.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { ruleWords } from './rule-words.ts'
import { toursOf } from './tour.ts'

const TO = '+15555550100'
const CHANNELS = [
  ['voice', 'calls'],
  ['sms', 'texts'],
] as const

/** The line as it is shipped; how many scripts were written. */
export async function writeTranscripts(line: Line, root: string): Promise<number> {
  const rules = playRules(line, createDemoApp(line).request)
  const written = new Set<string>()

  for (const locale of line.settings.locales) {
    const examples = JSON.parse(await readFile(join(root, 'locales', locale, 'examples.json'), 'utf8'))
    const words = ruleWords(line, locale, examples)
    for (const [channel, folder] of CHANNELS) {
      if (channel === 'voice' && !isSpoken(line, locale)) continue
      const alarms =
        channel === 'sms'
          ? words
          : [
              ...keysToLanguage(line, locale).map((key) => `presses ${key}`),
              ...words.map((said) => `says "${said}"`),
            ]
      for (const { name, steps } of [...toursOf(line, locale, channel), { name: 'rules', steps: alarms }]) {
        const { country } = line.settings
        const script = await play({ channel, country, to: TO, title: '', controls: 'short', steps }, rules)
        await save(join(root, 'test', folder, locale, `${name}.txt`), `${script}\n`)
      }
    }
  }
  for (const [, folder] of CHANNELS) {
    for (const name of await readdir(join(root, 'test', folder), { recursive: true })) {
      const file = join(root, 'test', folder, name)
      if (!file.endsWith('.txt') || written.has(file)) continue
      await save(file, await replay(await readFile(file, 'utf8'), rules))
    }
  }
  return written.size

  async function save(file: string, script: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, script)
    written.add(file)
  }
}
