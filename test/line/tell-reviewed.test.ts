/** A live line tells a language as far as people have signed it; the demo tells all, and says that nobody has checked it. */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { installLine } from '../../src/config.ts'
import { compile, withReviews } from '../../src/line/compile.ts'
import { type Draft, readDraft } from '../../src/line/draft.ts'
import { type Line, openLine } from '../../src/line/line.ts'
import { reviewPath } from '../../src/locale/review-file.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine } from '../support/fixture.ts'
import { act, arrival, at, heard, key, read, sms, text, voice } from '../support/fixture-person.ts'
import { signed } from '../support/signed.ts'

const LIVE = {
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
  PUBLIC_URL: 'https://line.example.org',
  SECRET: 'a secret of sixteen letters',
}
const SETTINGS = 'flows/line.yaml'
const SPANISH_LIKE = {
  sms: 'Nou pa pale kreyòl. {{languages}}. {{emergency}}.',
  names: ['kreyol'],
  words: ['mwen', 'gen'],
}

const noCore = editFiles(fixtureFiles, [SETTINGS, ['core'], []])
const compiled = compile(draftOf(fixtureFiles))
const allSigned = ['ar', 'ja', 'ht'].reduce((files, locale) => signed(files, locale), noCore)

describe('a live line', () => {
  test('tells nothing of a language that nobody has signed, and says so at its start', () => {
    const { line, notices } = start(fixtureFiles, LIVE)
    expect(line.settings.locales).toEqual(['en'])
    expect(Object.keys(line.locales)).toEqual(['en'])
    expect(notices).toHaveLength(3)
    expect(notices[2]).toMatch(
      /^ht \(Kreyòl\) is silent: \d+ of its texts are not reviewed\. Have them read and signed \(`npm run review -- sign ht --by "M\. R\., nurse"`\), or write `review: all` in flows\/line\.yaml\.$/,
    )
  })

  test('tells a language that is signed, without a word of its review', () => {
    const { line, notices } = start(allSigned, LIVE)
    expect(line.settings.locales).toEqual(['en', 'ar', 'ja', 'ht'])
    expect(notices).toEqual([])
    expect(heard(act(key('4'), at('languages'), voice, line), line).join()).not.toContain('poko')
  })

  test('tells everything where line.yaml says so', () => {
    const { line, notices } = start(editFiles(fixtureFiles, [SETTINGS, ['review'], 'all']), LIVE)
    expect(line.settings.locales).toEqual(['en', 'ar', 'ja', 'ht'])
    expect(notices).toEqual([])
    expect(line.unchecked).toBeUndefined()
  })

  test('leaves out a topic of which one text has changed since, and no other', () => {
    const files = editFiles(allSigned, ['locales/ht/main.json', ['bone', 'sms', 'where'], 'Li ale nan zo.'])
    const { line, notices } = start(files, LIVE)
    expect(line.settings.locales).toContain('ht')
    expect(nodesOf(line, 'ht')).not.toContain('bone')
    expect(nodesOf(line, 'ht')).toContain('outlook')
    expect(notices).toEqual([expect.stringContaining('leaves out bone: 1 text is not reviewed.')])
  })

  test('leaves out a topic whose source has changed since', () => {
    const files = editFiles(allSigned, [
      'locales/en/main.json',
      ['outlook', 'sms', 'years'],
      'Many live for years. Ask.',
    ])
    expect(nodesOf(start(files, LIVE).line, 'ja')).not.toContain('outlook')
  })

  test('is silent in a language of which a core topic is left out', () => {
    const files = editFiles(
      allSigned,
      [SETTINGS, ['core'], ['bone']],
      ['locales/ht/main.json', ['bone', 'label'], 'zo'],
    )
    expect(start(files, LIVE).line.settings.locales).toEqual(['en', 'ar', 'ja'])
  })

  test('is silent in a language of which a phrase or a menu is not signed', () => {
    for (const edit of [
      ['locales/ht/phrases.json', ['voice', 'thanks'], 'Mèsi.'],
      ['locales/ht/main.json', ['body', 'label'], 'kò'],
    ] as const)
      expect(start(editFiles(allSigned, edit), LIVE).line.settings.locales).not.toContain('ht')
  })

  test('leaves out the topic behind a question for consent that is not signed', () => {
    const files = editFiles(allSigned, [
      'locales/ht/main.json',
      ['askoutlook', 'sms', 'ask'],
      'Ou vle konnen?',
    ])
    const nodes = nodesOf(start(files, LIVE).line, 'ht')
    expect(nodes).not.toContain('askoutlook')
    expect(nodes).not.toContain('outlook')
  })

  test('tells what is reviewed only where that is enough', () => {
    const files = editFiles(allSigned, [SETTINGS, ['review'], 'approved'])
    expect(start(files, LIVE).line.settings.locales).toEqual(['en'])
  })

  test('offers a silent language on no number: one that had no other offers all', () => {
    const { numbers } = start(signed(fixtureFiles, 'ht'), LIVE).line.settings
    expect(numbers.map(({ locales }) => locales)).toEqual([['en', 'ht'], ['ht']])
  })

  test('answers calls at a number of which only a language without a voice is left', () => {
    const files = editFiles(signed(fixtureFiles, 'ht'), ['locales/ht/locale.json', ['voice']])
    const installed = installLine(openLine(compile(draftOf(files))), LIVE)
    const { line } = installed.ok ? installed.value : { line: fixtureLine }
    expect(line.settings.locales).toEqual(['en', 'ht'])
    expect(act(arrival, null, { ...voice, called: '+15555550102' }, line).position.locale).toBe('en')
  })
})

describe('a text in a language that is silent', () => {
  const files = editFiles(fixtureFiles, ['locales/other-languages.json', ['ht'], SPANISH_LIKE])
  const { line } = start(files, LIVE)

  test('is told in that language that the line lacks it', () => {
    for (const position of [null, at('main')])
      expect(read(act(text('zo'), position, sms, line), line)[0]).toBe('Nou pa pale kreyòl. English. 911.')
  })

  test('is heard where it tells of danger, and answered in a language that the line has', () => {
    const words = String(JSON.parse(String(fixtureFiles['locales/ht/alarms.json'])).crisis[0])
    const turn = act(text(words.replace(/[{}]/g, '').split('|')[0] ?? ''), at('main'), sms, line)
    expect(turn.position.locale).toBe('en')
    expect(read(turn, line).join()).toContain('988')
  })

  test('is told so where it asks for the language by name, and the conversation keeps its own', () => {
    const turn = act(text('Kreyòl'), at('main'), sms, line)
    expect(turn.position.locale).toBe('en')
    expect(read(turn, line)[0]).toBe('Nou pa pale kreyòl. English. 911.')
  })
})

describe('the demo', () => {
  const { line, notices } = start(signed(fixtureFiles, 'ja'), {})

  test('tells every language, and names those that are not checked at its start', () => {
    expect(line.settings.locales).toEqual(['en', 'ar', 'ja', 'ht'])
    expect(notices).toHaveLength(2)
    expect(notices[1]).toMatch(
      /^ht \(.*\) says that it is not checked yet: \d+ of its texts are not reviewed/,
    )
  })

  test('says so at the start of a call, once', () => {
    const welcome = act(key('4'), at('languages'), voice, line)
    expect(heard(welcome, line).filter((words) => words === 'Pèsonn poko verifye sa.')).toHaveLength(1)
    const menu = act(key('1'), welcome.position, voice, line)
    expect(heard(menu, line).join()).not.toContain('poko')
  })

  test('says so in the first text, and in no later one', () => {
    const first = act(text('zo'), null, sms, line)
    expect(first.position.locale).toBe('ht')
    expect(read(first, line)).toContain('Poko verifye.')
    expect(read(act(text('zo'), first.position, sms, line), line)).not.toContain('Poko verifye.')
  })

  test('says so when a conversation turns to the language', () => {
    expect(read(act(text('kreyòl'), at('bone'), sms, line), line)).toContain('Poko verifye.')
  })

  test('says nothing of it in the first language, and in one that is signed', () => {
    expect(read(act(text('bone'), null, sms, line), line).join()).not.toContain('checked')
    expect(heard(act(key('3'), at('languages'), voice, line), line).join()).not.toContain('確認')
    expect(heard(act(arrival, null, voice, line), line).join()).not.toContain('checked')
  })
})

test('a row of the review without its text counts for nothing', () => {
  const files = {
    ...allSigned,
    [reviewPath('ht')]: String(allSigned[reviewPath('ht')]).replace(/^nodes\.bone\.label,.*\n/m, ''),
  }
  expect(nodesOf(start(files, LIVE).line, 'ht')).not.toContain('bone')
})

function start(files: Files, variables: Readonly<Record<string, string>>) {
  const draft = draftOf(files)
  const otherLanguages = Object.entries(draft.otherLanguages?.data ?? {}).map(
    ([tag, { sms }]) => [tag, sms] as const,
  )
  const line = {
    ...compiled,
    settings: draft.flow.settings.data,
    otherLanguages: Object.fromEntries(otherLanguages),
  }
  const installed = installLine(openLine(withReviews(line, draft)), variables)
  if (!installed.ok) throw new Error(installed.problems.join('\n'))
  return installed.value
}

function draftOf(files: Files): Draft {
  const { draft, issues } = readDraft(files)
  if (!draft) throw new Error(JSON.stringify(issues))
  return draft
}

function nodesOf(line: Line, locale: string): readonly string[] {
  return Object.keys(line.locales[locale]?.resources.nodes ?? {})
}
