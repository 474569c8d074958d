/** The files that answer in place of the line, written by the command as an operator runs it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readTwiml } from '../../../src/simulator/twiml.ts'
import { countSegments } from '../../../src/sms/segments.ts'
import { locales } from '../../support/line.ts'
import { root } from '../../support/root.ts'

const command = join(root, 'dist', 'cli', 'fallback.js')

function writeFallback(...options: readonly string[]): (file: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  execFileSync(process.execPath, [command, '--out', folder, ...options])
  expect(readdirSync(folder).sort()).toEqual(
    ['voice', 'sms']
      .flatMap((name) => ['xml', ...locales.map((locale) => `${locale}.xml`)].map((end) => `${name}.${end}`))
      .sort(),
  )
  return (file) => readFileSync(join(folder, file), 'utf8')
}

const spoken = (xml: string) => xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('a call hears the emergency number in every language first, then whom to call, and needs nothing of ours', () => {
  const read = writeFallback()
  expect(spoken(read('voice.xml'))).toMatch(
    /call 9 1 1.*llame al 9 1 1.*9 8 8.*1 8 0 0 2 2 7 2 3 4 5.*call again.*9 8 8.*llame otra vez/,
  )
  for (const file of ['voice.xml', ...locales.map((locale) => `voice.${locale}.xml`)]) {
    expect(readTwiml(read(file)).map(({ kind }) => kind)).not.toContain('redirect')
    expect(readTwiml(read(file)).at(-1)).toEqual({ kind: 'hangup' })
  }
  expect(spoken(read('voice.es.xml'))).not.toMatch(/The number is/)
})

test('a text gets the emergency number and the crisis line, in three segments a language', () => {
  const read = writeFallback()
  expect(read('sms.xml')).toMatch(
    /Please text again.*911[\s\S]*: 988[\s\S]*Escriba otra vez.*911[\s\S]*: 988/,
  )
  for (const locale of locales) {
    const [message] = readTwiml(read(`sms.${locale}.xml`))
    expect(message?.kind === 'message' && countSegments(message.body), locale).toBeLessThanOrEqual(3)
  }
})

test('another country gets its own numbers', () => {
  const read = writeFallback('--country', 'GB')
  expect(spoken(read('voice.en.xml'))).toMatch(/9 9 9.*1 1 6 1 2 3/)
  expect(read('sms.en.xml')).not.toMatch(/988|911/)
})

test.each([
  [[], /Say where to write/],
  [['--out', command], /^Nothing can be written to .*: EEXIST.*\. Name a folder of yours\.\n$/],
  [['--out', 'never', '--country', 'FR'], /no numbers for "FR"\. It has: AU, CA/],
])('with %j it says what is missing', (options, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [command, ...options], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
})
