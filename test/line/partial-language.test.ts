/** A language that lacks topics: its menus close up, and what is not there is offered in the source language. */
import { describe, expect, test } from 'vitest'
import { isOffered, nodesOffered } from '../../src/line/offered.ts'
import { decodePosition, type Position, positionAt, stepTo } from '../../src/line/position.ts'
import { readingOrder } from '../../src/line/reading-order.ts'
import { themesOf } from '../../src/line/themes.ts'
import { openNode } from '../../src/line/transition.ts'
import { lint } from '../../src/lint/lint.ts'
import { measureTopics } from '../../src/lint/measure.ts'
import { inEveryLanguage, MAIN, optionsTo } from '../lint/mistakes/mistake.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  counted,
  heard,
  key,
  pathOf,
  read,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'
import { lacking } from '../support/partial.ts'

const REST = {
  kind: 'topic',
  number: 36,
  parts: { voice: ['why'], sms: ['why'] },
  related: ['bone', 'outlook'],
  facts: [{ id: 'why', note: 'rest helps', sources: ['clinic'], voice: 'why', sms: 'why' }],
}
const WORDS = { voice: { why: 'Rest.' }, sms: { why: 'Rest.' }, facts: { why: ['rest'] } }

/** With a third topic in the menu of two. */
const files = editFiles(
  fixtureFiles,
  [MAIN, ['nodes', 'rest'], REST],
  [MAIN, ['nodes', 'body', 'options'], optionsTo('bone', 'outlook', 'rest')],
  ...inEveryLanguage(['rest'], { label: 'rest', title: 'Rest', ...WORDS }),
  ...['en', 'ar', 'ja', 'ht'].map(
    (each) =>
      [`locales/${each}/main.json`, ['rest', 'keywords'], [each === 'en' ? 'rest' : `rest${each}`]] as const,
  ),
  ...['en', 'ar', 'ja', 'ht'].map(
    (each) => [`locales/${each}/main.json`, ['rest', 'voice', 'why'], `Rest rest${each}.`] as const,
  ),
)
const without = (...topics: readonly string[]) => openFixture(lacking(files, 'ht', ...topics))
const noOutlook = without('outlook')
const noBone = without('bone')
const onlyRest = without('bone', 'outlook')
const none = without('bone', 'outlook', 'rest')

function at(first: string, ...others: string[]): Position {
  return others.reduce(stepTo, positionAt(first, 'ht'))
}

const ONLY_ENGLISH = 'Pou kounye a, nou genyen l an anglè sèlman.'
const HEAR = 'Pou tande l an anglè, peze 1.'

describe('a menu', () => {
  const choices = (line: typeof none, slug: string) => {
    const node = nodesOffered(line, 'ht')[slug]
    return node?.kind === 'menu' ? node.options.map(({ key, to }) => `${key} ${to}`) : []
  }

  test('leaves out what its language lacks, and counts its keys by position', () => {
    expect(choices(noBone, 'body')).toEqual(['1 outlook', '2 rest'])
    expect(pathOf(act(key('1'), at('main', 'body'), voice, noBone))).toBe('ht/normal/main/body/askoutlook')
    expect(pathOf(act(key('2'), at('main', 'body'), voice, noBone))).toBe('ht/normal/main/body/rest')
    expect(counted(act(key('3'), at('main', 'body'), voice, noBone))).toEqual(['wrong-key body'])
    expect(choices(noBone, 'main')).toEqual(['1 body', '2 call'])
  })

  test('with one option left gives way to it', () => {
    expect(choices(onlyRest, 'main')).toEqual(['1 rest', '2 call'])
    expect(pathOf(act(key('1'), at('main'), voice, onlyRest))).toBe('ht/normal/main/rest')
  })

  test('with none is missing itself, and a word for it leads to the main menu', () => {
    expect(choices(none, 'main')).toEqual(['1 call'])
    const file = 'locales/en/main.json'
    const line = openFixture(
      editFiles(lacking(files, 'ht', 'bone', 'outlook', 'rest'), [file, ['body', 'keywords'], ['trunk']]),
    )
    expect(pathOf(act(text('trunk'), at('main', 'call'), sms, line))).toBe('ht/normal/main')
  })

  test('of the source language is as it was written', () => {
    expect(nodesOffered(none, 'en')).toEqual(none.nodes)
  })
})

describe('a topic that is not there, by phone', () => {
  const offered = act(
    key('5'),
    actAll([key('7'), key('3')], at('main'), voice, noOutlook).position,
    voice,
    noOutlook,
  )

  test('is offered by its number in one sentence and a choice, in the language of the call', () => {
    expect(heard(offered, noOutlook).slice(0, 2)).toEqual([ONLY_ENGLISH, HEAR])
    expect(offered.prompts.every(({ locale = 'ht' }) => locale === 'ht')).toBe(true)
    expect(offered.expects).toMatchObject({ hints: [{ key: 'phrases:untranslated.hear' }] })
    expect(counted(offered)).toEqual(['untranslated outlook'])
  })

  test('is told in the source language where the person agrees, with the controls in theirs', () => {
    const consent = act(key('1'), offered.position, voice, noOutlook)
    expect(consent.prompts.every(({ locale = 'ht' }) => locale === 'ht')).toBe(true)
    const told = act(key('1'), consent.position, voice, noOutlook)
    const [name, part, last, ...controls] = told.prompts
    expect([name, part, last].map((prompt) => prompt?.locale)).toEqual(['en', 'en', 'en'])
    expect(heard(told, noOutlook).slice(0, 3)).toEqual([
      'How long people live.',
      'Many people live for years.',
      'That is all on how long people live.',
    ])
    expect(controls.every(({ locale = 'ht' }) => locale === 'ht')).toBe(true)
    expect(told.position.locale).toBe('ht')
  })

  test('is offered by a word in the language of the call, and by a question', () => {
    for (const words of ['outlook', 'konbyen ane'])
      expect(heard(act(say(words), at('main'), voice, noOutlook), noOutlook)[0], words).toBe(ONLY_ENGLISH)
  })

  test('is left by * to where the person was', () => {
    expect(pathOf(act(key('*'), offered.position, voice, noOutlook))).toBe('ht/normal/main/number')
  })

  test('is offered where the person chooses a language that lacks it', () => {
    const english = { ...at('main', 'body', 'rest', 'bone', 'languages'), locale: 'en' }
    const turn = act(key('4'), english, voice, noBone)
    expect(heard(turn, noBone).slice(1, 3)).toEqual([ONLY_ENGLISH, HEAR])
    expect(pathOf(turn)).toBe('ht/normal/main/body/rest/guess~bone')
  })

  test('is no related topic', () => {
    const turn = act(arrival, at('main', 'body', 'rest'), voice, noBone)
    expect(turn.expects).toMatchObject({ hints: [{ key: 'nodes:outlook.label' }] })
  })
})

describe('a topic that is not there, by text', () => {
  const offered = act(text('21'), at('main'), sms, noBone)

  test('is offered in one sentence and a digit', () => {
    expect(read(offered, noBone).slice(0, 2)).toEqual([ONLY_ENGLISH, '1 Li l an anglè'])
  })

  test.each(['1', 'wi', 'yes'])('is told where the person answers %s', (answer) => {
    const told = act(text(answer), offered.position, sms, noBone)
    expect(read(told, noBone).slice(0, 2)).toEqual(['Bones', 'It can go to the bones.'])
    expect(told.prompts.at(-1)?.locale).toBeUndefined()
    expect(pathOf(told)).toBe('ht/normal/main/bone')
  })

  test('is offered by a word of the source language; that language is offered as well', () => {
    const turn = act(text('bones'), at('main'), sms, noBone)
    expect(read(turn, noBone)[0]).toBe(ONLY_ENGLISH)
    expect(turn.prompts.at(-1)).toMatchObject({ key: 'phrases:sms.offerLanguage', locale: 'en' })
    expect(turn.position.locale).toBe('ht')
  })

  test('is told at the part that was asked for', () => {
    const asked = openNode({ line: noBone, position: at('main'), context: sms }, 'bone', 'signs')
    expect(pathOf(asked)).toBe('ht/normal/main/guess-2~bone')
    expect(read(act(text('1'), asked.position, sms, noBone), noBone).slice(0, 2)).toEqual([
      'Bones',
      'Numb legs? Call 911.',
    ])
  })
})

describe('words that may mean several topics', () => {
  test('offer those that are there as always, and name the others in the source language', () => {
    const turn = act(say('zut'), at('main'), voice, noBone)
    expect(turn.prompts.map(({ key, locale = 'ht' }) => `${locale} ${key}`).slice(0, 4)).toEqual([
      'ht phrases:guess.ask',
      'ht phrases:untranslated.some',
      'en phrases:voice.option',
      'ht phrases:voice.option',
    ])
    expect(pathOf(act(key('1'), turn.position, voice, noBone))).toBe('ht/normal/main/bone')
    expect(pathOf(act(key('2'), turn.position, voice, noBone))).toMatch(
      /^ht\/normal\/main\/guess~bone~\w+\/(askoutlook|rest)$/,
    )
  })

  test('are not answered by yes where it could mean each of them', () => {
    const turn = act(text('zut'), at('main'), sms, onlyRest)
    expect(counted(act(text('wi'), turn.position, sms, onlyRest))).not.toContain('open bone')
  })
})

test('texts that are taken out of an opened line are not there', () => {
  const line = openFixture(files)
  const { ht, ...others } = line.locales
  const { bone: _, ...nodes } = ht?.resources.nodes ?? {}
  const silent = ht
    ? { ...line, locales: { ...others, ht: { ...ht, resources: { ...ht.resources, nodes } } } }
    : line
  expect(isOffered(line, 'ht', 'bone')).toBe(true)
  expect(isOffered(silent, 'ht', 'bone')).toBe(false)
  expect(heard(act(say('zo'), at('main'), voice, silent), silent)[0]).toBe(ONLY_ENGLISH)
})

test('themes and measures of a language have its topics only', () => {
  expect(
    themesOf(noBone, 'ht').map(({ slug, topics }) => [slug, ...topics.map((each) => each.slug)]),
  ).toEqual([
    ['body', 'outlook', 'rest'],
    ['call', 'call'],
  ])
  expect(themesOf(none, 'ht').map(({ slug }) => slug)).toEqual(['call'])
  const measured = measureTopics(noBone).filter((each) => each.locale === 'ht')
  expect(measured.map(({ node }) => node)).toEqual(['outlook', 'rest'])
  expect(readingOrder(noBone)).toContain('bone')
})

test('a line whose second language has all texts may name it as the source', () => {
  const line = openFixture(editFiles(lacking(files, 'ja', 'bone'), ['flows/line.yaml', ['source'], 'ht']))
  const { position } = decodePosition(line, 'ja/normal/main/bone', () => 'ja')
  expect(act(arrival, position, voice, line).prompts[0]?.locale).toBe('ht')
})

test('a language that is in locales/ and not in the line costs nothing', () => {
  const { line } = lint(fixtureFiles)
  const ja = Object.entries(fixtureFiles).flatMap(([path, text]) =>
    path.startsWith('locales/ja/') ? [[path.replace('/ja/', '/ko/'), text]] : [],
  )
  const more = lint({ ...fixtureFiles, ...Object.fromEntries(ja), 'locales/ko/main.json': '{ "bone": 1' })
  expect(more.issues).toEqual([])
  expect(JSON.stringify(more.line)).toBe(JSON.stringify(line))
})
