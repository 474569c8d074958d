/** A language without a voice by phone: what is played, what is not, and where it is not offered. */
import { describe, expect, test } from 'vitest'
import { installLine } from '../../src/config.ts'
import { textsOf } from '../../src/line/line.ts'
import { localesOffered } from '../../src/line/place.ts'
import { currentStep, positionAt } from '../../src/line/position.ts'
import { spokenTexts } from '../../src/line/spoken-texts.ts'
import { take } from '../../src/line/take.ts'
import { lint } from '../../src/lint/lint.ts'
import { clipsOf } from '../../src/locale/clips.ts'
import { phrase } from '../../src/locale/phrases.ts'
import { recordingsPath, writeRecordings } from '../../src/locale/recordings-file.ts'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { createVoiceApology } from '../../src/voice/apology.ts'
import { clipsHeard } from '../../src/voice/clips-heard.ts'
import { clipsPlayed } from '../../src/voice/clips-played.ts'
import { quickDial } from '../../src/voice/quick-dial.ts'
import { promptSeconds } from '../../src/voice/seconds.ts'
import { editFiles } from '../support/edit-files.ts'
import { CALLED, CALLER, startWebhooks } from '../support/fixture-webhooks.ts'
import {
  CLIPS,
  compileRecorded,
  openRecorded,
  recordedRows,
  tellWith,
  VOICELESS,
  voicelessFiles,
} from '../support/recorded.ts'

const call = { CallSid: 'CA1', From: CALLER, To: CALLED, FromCountry: 'US' }
const context = { channel: 'voice', country: 'US', called: null } as const
const clip = (words: string) => `<Play>${CLIPS}${clipsOf(words)[0]?.name}.wav</Play>`
const silence = (milliseconds: number) => `<Play>${CLIPS}silence-${milliseconds}.wav</Play>`
const at = (node: string, pace = 'normal') => `/voice/3/${VOICELESS}/${pace}/${node}`
const whole = openRecorded()
/** All that is said, in words. */
const heard = (twiml: string, line = whole) => {
  const clips = clipsHeard(line)
  return readTwiml(twiml, (url) => clips[url])
    .flatMap((verb) => (verb.kind === 'say' ? verb : verb.kind === 'gather' ? verb.says : []))
    .map(({ language, chunks }) => `${language}: ${chunks.map(({ words }) => words).join(' ')}`)
}

describe('a language without a voice, recorded whole', () => {
  test('plays clips where another language says words, in the same places', async () => {
    const twiml = await startWebhooks(whole).post(at('body'), { ...call, Digits: '3' })
    const [option, key, short] = [clip('konbyen tan moun viv'), clip('peze'), clip('1')]
    expect(option).toMatch(/^<Play>https:\/\/clips\.example\.org\/ht\/[0-9a-f]{12}\.wav<\/Play>$/)
    expect(twiml).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?><Response>',
        '<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="10" action="/voice/7/ht/normal-key1/body" method="POST">',
        clip('Pa gen chwa sou') + clip('3') + silence(600),
        clip('zo yo') + silence(300) + key + short + silence(600),
        option + silence(300) + clip('2') + silence(600),
        clip('Pou yon moun, | peze') + clip('0') + silence(600),
        clip('Pou tande l ankò, | peze') + clip('8') + silence(600),
        clip('Pou tounen, | peze etwal') + silence(600),
        clip('Pou lòt fason, | peze') + clip('9') + silence(600),
        '</Gather><Redirect method="POST">/voice/7/ht/normal-key1/body</Redirect></Response>',
      ].join(''),
    )
  })

  test('plays the emergency sentence, digit by digit, before the line listens', async () => {
    const line = startWebhooks(whole)
    const twiml = await line.post(at('languages'), { ...call, Digits: '4' })
    const emergency = clip('Nan yon ijans, rele') + clip('9') + clip('1') + clip('1') + silence(600)
    expect(twiml).toContain(emergency)
    expect(twiml.indexOf(emergency)).toBeLessThan(twiml.indexOf('<Gather'))
    expect(twiml).not.toContain('<Say')
  })

  test('is offered in itself, between languages that have voices', async () => {
    const twiml = await startWebhooks(whole).post('/voice', call)
    expect(twiml).toContain(clip('Kreyòl, | peze') + clip('4') + silence(600))
    expect(twiml).toContain('>Smallline.')
    expect(localesOffered({ line: whole, context })).toContain(VOICELESS)
  })

  test('lengthens its pauses at the slower pace', async () => {
    const twiml = await startWebhooks(whole).post(at('body', 'slow'), call)
    expect(twiml).toContain(silence(1200))
    expect(twiml).toContain(silence(600))
    expect(twiml).not.toContain(silence(300))
  })

  const everyKey = [...'0123456789*#'].map((key) => ({ kind: 'key', key }) as const)
  const keys = [{ kind: 'silence' }, { kind: 'arrival' }, ...everyKey] as const

  test('has no word that a voice must say, wherever keys and silence lead', () => {
    const nodes = Object.keys(whole.nodes).filter((slug) => slug !== whole.start)
    const turns = nodes.flatMap((node) =>
      [1, 2].flatMap((part) => {
        const trail = [whole.main, 'bone', node].map((each) => ({
          node: each,
          part: each === node ? part : 1,
        }))
        const position = { ...positionAt(node, VOICELESS), trail }
        return keys.map((event) => take(whole, position, event, { ...context, staffed: true }))
      }),
    )
    const prompts = turns
      .filter(({ position }) => position.locale === VOICELESS && currentStep(position).node !== whole.start)
      .flatMap((turn) => turn.prompts)
    const said = prompts.filter(
      (prompt) => !clipsPlayed(whole, textsOf(whole), prompt.locale ?? VOICELESS, prompt),
    )
    expect([...new Set(said.map(({ key, locale }) => `${locale} ${key}`))]).toEqual([])
    expect(new Set(prompts.map(({ key }) => key))).toContain('phrases:sources.one')
  })

  test('may have clips of the names of countries, which few calls need', () => {
    const countries = spokenTexts(whole, 'en').filter(({ key }) => key.startsWith('countries.'))
    expect(countries.map(({ text }) => text)).toContain('Britain')
    expect(countries.some(({ isNeeded }) => isNeeded)).toBe(false)
  })

  test('apologises in clips', () => {
    const { again, last } = createVoiceApology(whole, textsOf(whole), '')(VOICELESS, 'US')
    expect(again).toContain(clip('Gen yon pwoblèm. | Nan yon ijans, rele') + clip('9'))
    expect(last).not.toContain('<Say')
  })

  test('lasts as long as its clips and their pauses', () => {
    const prompt = phrase('voice.person', { key: '0' })
    expect(promptSeconds(whole, textsOf(whole), VOICELESS, prompt)).toEqual({ seconds: 2.6, untilSaid: 2 })
  })

  test('has a number that dials straight to a topic', () => {
    expect(quickDial(whole, textsOf(whole), CALLED, VOICELESS, 21)).toMatch(/^\+15555550100,+4,+7,+2,+1$/)
  })
})

describe('a clip of words that have changed', () => {
  const rows = recordedRows()
  const changed = (file: string, path: readonly string[], text: string) =>
    compileRecorded(rows, editFiles(voicelessFiles, [file, path, text]))

  test('is not played: the topic is told in the source language', async () => {
    const line = changed('locales/ht/main.json', ['outlook', 'voice', 'years'], 'Anpil moun viv lontan.')
    expect(localesOffered({ line, context })).toContain(VOICELESS)
    const main = await startWebhooks(line).post(at('body'), call)
    expect(heard(main, line).join()).not.toContain('konbyen tan')
    const whole = await startWebhooks(compileRecorded(rows)).post(at('body'), call)
    expect(heard(whole, line).join()).toContain('konbyen tan')
  })

  test('of what every call needs takes the language off the phone, not off texts', () => {
    const line = changed('locales/ht/phrases.json', ['voice', 'back'], 'Pou w tounen, | peze zetwal.')
    expect(localesOffered({ line, context })).not.toContain(VOICELESS)
    expect(localesOffered({ line, context: { ...context, channel: 'sms' } })).toContain(VOICELESS)
  })
})

describe('a language without a voice', () => {
  test.each([
    ['a phrase', 'phrases.voice.next'],
    ['the name of a menu', 'nodes.body.label'],
    ['a part of a core topic', 'nodes.bone.voice.where'],
    ['a sentence for danger', 'rules.'],
    ['a digit', 'digits.7'],
    ['a helpline of its country', 'directory.US.services.cancer'],
  ])('is not offered by phone without %s', (_name, key) => {
    const { line, notices } = tellWith({ without: [key] })
    expect(localesOffered({ line, context })).not.toContain(VOICELESS)
    expect(notices).toEqual([
      expect.stringMatching(
        /^ht \(Kreyòl\) cannot be called: .* no clip by a person, such as .*`npm run recordings -- ht`/,
      ),
    ])
  })

  test.each([
    ['a topic outside the core', 'nodes.outlook'],
    ['the name of another country', 'directory.GB.name'],
  ])('is offered without %s', (_name, key) => {
    const { line, notices } = tellWith({ without: [key] })
    expect(localesOffered({ line, context })).toContain(VOICELESS)
    expect(notices).toEqual([])
  })

  test('is not offered by phone on a live line where a machine has spoken; in the demo it is, and says so', async () => {
    const live = tellWith({ kind: 'scratch' })
    expect(localesOffered({ line: live.line, context })).not.toContain(VOICELESS)
    const demo = tellWith({ kind: 'scratch', isDemo: true })
    expect(localesOffered({ line: demo.line, context })).toContain(VOICELESS)
    expect(demo.notices).toEqual([])
    const twiml = await startWebhooks(demo.line).post(at('languages'), { ...call, Digits: '4' })
    expect(twiml).toContain('<Play>/recordings/ht/')
    expect(heard(twiml, demo.line).join()).toContain('Pèsonn poko verifye sa')
  })
})

describe('a number of such a language alone', () => {
  const alone = editFiles(voicelessFiles, ['flows/line.yaml', ['numbers', 1, 'locales'], [VOICELESS]])
  const number = '+15555550102'
  const errors = (rows: Parameters<typeof writeRecordings>[0]) =>
    lint({ ...alone, [recordingsPath(VOICELESS)]: writeRecordings(rows) })
      .issues.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)

  test('is sound where the language is recorded whole by people', () => {
    expect(errors(recordedRows())).toEqual([])
    expect(errors(recordedRows({ without: ['digits.7'] }))).toEqual(['no-voice'])
    expect(errors(recordedRows({ kind: 'scratch' }))).toEqual(['no-voice'])
  })

  test('answers in the other languages once a clip is missing', async () => {
    const { line } = tellWith({ without: ['digits.7'] })
    const numbers = [{ number, locales: [VOICELESS] }]
    const there = { ...line, settings: { ...line.settings, numbers } }
    expect(localesOffered({ line: there, context: { ...context, called: number } })).toEqual([
      'en',
      'ar',
      'ja',
    ])
    expect(await startWebhooks(there).post('/voice', { ...call, To: number })).toContain('English, <break')
  })
})

test('a language with a voice plays a prompt that is recorded whole, and says the others', async () => {
  const { settings } = whole.locales.en ?? {}
  const { [VOICELESS]: data } = openRecorded({ without: ['phrases.voice.back'] }).locales
  if (!settings?.voice || !data) throw new Error('The fixture lacks them.')
  const voiced = { ...data, settings: { ...data.settings, voice: settings.voice } }
  const line = { ...whole, locales: { ...whole.locales, [VOICELESS]: voiced } }
  const twiml = await startWebhooks(line).post(at('body'), call)
  expect(twiml).toContain(clip('Pou tande l ankò, | peze') + clip('8') + silence(600))
  expect(twiml).toContain('<Say voice="Polly.Joanna-Neural" language="en-US">Pou tounen,')
})

test('a line that is started live has no clips without an address', () => {
  const { line, notices } = tellWith({})
  expect(notices).toEqual([])
  const installed = installLine(line, {})
  expect(installed.ok && installed.value.line.locales[VOICELESS]?.played?.at).toBe('/recordings/ht/')
})

describe('the address of the clips', () => {
  test.each([
    ['without TLS', 'http://clips.example.org/ht/'],
    ['without a slash at its end', 'https://clips.example.org/ht'],
    ['with a query', 'https://clips.example.org/?ht/'],
    ['that is a path', '/ht/'],
  ])('%s is an error', (_name, url) => {
    const { issues } = lint(editFiles(voicelessFiles, ['locales/ht/locale.json', ['recordings', 'url'], url]))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'bad-shape',
        file: 'locales/ht/locale.json',
        message: expect.stringContaining('begins with https:// and ends with a slash'),
      }),
    ])
  })
})

test("clips that the operator's own folder lists count as well", () => {
  const [first, ...others] = recordedRows()
  const own = { 'line/locales/ht/recordings.csv': writeRecordings(first ? [first] : []) }
  expect(localesOffered({ line: compileRecorded(others), context })).not.toContain(VOICELESS)
  const line = compileRecorded(others, { ...voicelessFiles, ...own })
  expect(localesOffered({ line, context })).toContain(VOICELESS)
})
