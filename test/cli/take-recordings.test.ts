/** Files that somebody has recorded become clips, or are refused with a sentence each. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import wavefile from 'wavefile'
import { recordingPage } from '../../src/cli/support/recording-page.ts'
import { readList, recordingScript, writeList } from '../../src/cli/support/recording-script.ts'
import { makeScratch } from '../../src/cli/support/scratch-track.ts'
import { mergeRecordings, takeRecordings } from '../../src/cli/support/take-recordings.ts'
import { openRecorded, VOICELESS } from '../support/recorded.ts'

const line = openRecorded()
const script = recordingScript(line, VOICELESS)
const by = 'M. R., speaker'
const hasEspeak = (() => {
  try {
    return execFileSync('espeak-ng', ['--version']).length > 0
  } catch {
    return false
  }
})()

let [folder, out] = ['', '']
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'))
  out = await mkdtemp(join(tmpdir(), 'clips-'))
})
afterAll(async () => {
  for (const each of [folder, out]) await rm(each, { recursive: true, force: true })
})

interface Tone {
  readonly seconds: number
  readonly loud: number
  readonly rate?: number
  readonly channels?: number
  readonly depth?: string
}

/** A tone between two half seconds of silence. */
function tone({ seconds, loud, rate = 44_100, channels = 1, depth = '16' }: Tone): Uint8Array {
  const silent = rate / 2
  const samples = Float64Array.from({ length: Math.round(seconds * rate) + rate }, (_, index) =>
    index < silent || index >= silent + seconds * rate
      ? 0
      : Math.max(-1, Math.min(1, loud * Math.sin((2 * Math.PI * 440 * index) / rate))),
  )
  const wav = new wavefile.WaveFile()
  const scaled = Int16Array.from(samples, (sample) => sample * 32_767)
  wav.fromScratch(channels, rate, '16', channels === 1 ? scaled : Array(channels).fill(scaled))
  if (depth === '8m') wav.toMuLaw()
  else wav.toBitDepth(depth)
  return wav.toBuffer()
}

/** The number of the clip in the script that takes about so long. */
const row = script.find(({ seconds }) => seconds > 1.5 && seconds < 2.5)
if (!row) throw new Error('The script has no such clip.')
const number = String(row.number).padStart(3, '0')

async function take(file: string, content: Uint8Array, list = readList(writeList(script))) {
  await rm(folder, { recursive: true, force: true })
  folder = await mkdtemp(join(tmpdir(), 'recorded-'))
  await writeFile(join(folder, file), content)
  return takeRecordings(folder, { script, list, out, by })
}

describe('a good recording', () => {
  test.each<[string, string, Partial<Tone>]>([
    ['named by its number', `${number}.wav`, {}],
    ['named by its number and something else', `${number} second try.WAV`, {}],
    ['named by the hash', `${row.hash}.wav`, {}],
    ['in two channels', `${number}.wav`, { channels: 2 }],
    ['at 8,000 samples a second', `${number}.wav`, { rate: 8000 }],
    ['named as an MP3', `${number}.mp3`, {}],
    ['at 48,000 samples of 24 bits', `${number}.wav`, { rate: 48_000, depth: '24' }],
    ['in floating point', `${number}.wav`, { depth: '32f' }],
    ['in µ-law', `${number}.wav`, { rate: 8000, depth: '8m' }],
  ])('%s becomes a clip', async (_name, file, change) => {
    const { taken, problems } = await take(file, tone({ seconds: 2, loud: 0.3, ...change }))
    expect(problems).toEqual([])
    expect(taken).toEqual([
      { hash: row.hash, key: row.key, seconds: expect.closeTo(2.18, 1), by, kind: 'person' },
    ])
    const wav = new wavefile.WaveFile(await readFile(join(out, `${row.hash}.wav`)))
    expect(wav.bitDepth).toBe('8m')
    expect(wav.fmt).toMatchObject({ sampleRate: 8000, numChannels: 1 })
  })

  test.each(['mp3', 'wav'])('that is an MP3 and named .%s becomes a clip', async (ending) => {
    // Two seconds of 440 Hz, by LAME at 8 kbit/s.
    const mp3 = await readFile(new URL('tone.mp3', import.meta.url))
    const { taken, problems } = await take(`${number}.${ending}`, mp3)
    expect(problems).toEqual([])
    expect(taken[0]?.seconds).toBeCloseTo(2.1, 0)
  })

  test('has the level of all others, however loud it was', async () => {
    const levels: number[] = []
    for (const loud of [0.05, 0.8]) {
      await take(`${number}.wav`, tone({ seconds: 2, loud }))
      const wav = new wavefile.WaveFile(await readFile(join(out, `${row.hash}.wav`)))
      wav.fromMuLaw()
      levels.push(Math.max(...[wav.getSamples(false)].flat().flatMap((each) => [...each])) / 32_768)
    }
    expect(levels[0]).toBeCloseTo(levels[1] ?? 0, 2)
  })
})

describe('a recording is refused', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['that is too quiet', tone({ seconds: 2, loud: 0.008 }), /too quiet \(-\d+ dB\)/],
    ['that is clipped', tone({ seconds: 2, loud: 3 }), /clipped in \d+ places/],
    [
      'that is cut off',
      tone({ seconds: 0.2, loud: 0.3 }),
      /takes 0\.2 seconds, of about [\d.]+: is it cut off/,
    ],
    [
      'that goes on',
      tone({ seconds: 9, loud: 0.3 }),
      /takes 9\.0 seconds, of about [\d.]+: is it another text/,
    ],
    ['that is silent', tone({ seconds: 2, loud: 0 }), /It is silent/],
    ['that has too few samples', tone({ seconds: 2, loud: 0.3, rate: 4000 }), /4000 samples a second/],
    ['that is no sound', new TextEncoder().encode('Bonjou'), /no WAV or MP3/],
    ['that is empty', new Uint8Array(), /no WAV or MP3/],
  ])('%s', async (_name, content, problem) => {
    const { taken, problems } = await take(`${number}.wav`, content)
    expect(taken).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
    expect(problems[0]?.startsWith(`${number}.wav "${row.words}": `)).toBe(true)
  })

  test('that is a folder, and the file beside it is taken', async () => {
    await take(`${number}.wav`, tone({ seconds: 2, loud: 0.3 }))
    await mkdir(join(folder, `${number}.mp3`))
    const { taken, problems } = await takeRecordings(folder, { script, list: script, out, by })
    expect(taken).toHaveLength(1)
    expect(problems).toEqual([`${number}.mp3 "${row.words}": It is a folder, or may not be read.`])
  })

  test.each(['99999.wav', 'zo.wav', 'notes.txt', `${number}.ogg`])('that is named %s', async (name) => {
    const { problems } = await take(name, tone({ seconds: 2, loud: 0.3 }))
    expect(problems).toEqual([
      `${name}: Its name is no number of the script, as in "007.wav". Only WAV and MP3 are read.`,
    ])
  })

  test('of words that have changed since the script was written', async () => {
    const old = [{ number: row.number, hash: '0123456789ab' }]
    const { problems } = await take(`${number}.wav`, tone({ seconds: 2, loud: 0.3 }), old)
    expect(problems).toEqual([
      `${number}.wav: The words of this number have changed since the script was written. Write it anew.`,
    ])
  })
})

test('each folder of clips has the silence between them', async () => {
  await take(`${number}.wav`, tone({ seconds: 2, loud: 0.3 }))
  expect(await readdir(out)).toEqual(
    expect.arrayContaining(['silence-300.wav', 'silence-600.wav', 'silence-1200.wav']),
  )
})

test('a text that is recorded anew has its stale row dropped, and another keeps its own', () => {
  const taken = { hash: row.hash, key: row.key, seconds: 2, by, kind: 'person' } as const
  const stale = { ...taken, hash: '0123456789ab' }
  const other = { ...taken, hash: '0123456789cd', key: 'phrases.voice.gone' }
  expect(mergeRecordings([stale, other], [taken], script)).toEqual([other, taken])
})

test('the script has each clip once, with its number, its words and the sentence around them', async () => {
  const press = script.filter(({ words }) => words === 'peze')
  expect(press).toHaveLength(1)
  expect(press[0]).toMatchObject({ key: 'phrases.voice.option', heardIn: '…, peze ….' })
  const page = String(await recordingPage(line, VOICELESS, script))
  expect(page).toContain(`<q lang="ht" dir="ltr">${row.words.replaceAll("'", '&#39;')}</q>`)
  expect(page).toContain(`<b>${number}</b>`)
  expect(readList(writeList(script))).toEqual(script.map(({ number, hash }) => ({ number, hash })))
})

test.skipIf(!hasEspeak)('a machine speaks a scratch track', async () => {
  const made = await makeScratch(VOICELESS, script.slice(0, 40), out)
  expect(made).toMatchObject({ ok: true })
  const rows = made.ok ? made.value : []
  expect(rows).toHaveLength(40)
  expect(
    rows.every(({ kind, seconds, by }) => kind === 'scratch' && seconds > 0.2 && by === 'espeak-ng'),
  ).toBe(true)
  expect(await makeScratch('so', script.slice(0, 1), out)).toEqual({
    ok: false,
    problems: ['espeak-ng speaks no language "so".'],
  })
})
