/** What a caller who presses no key answers: no, yes, "ok", "hold on", "stop" and "help", wherever they say it. */
import { describe, expect, test } from 'vitest'
import { encodePosition, type Position } from '../../src/line/position.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import {
  act,
  actAll,
  at,
  counted,
  countedParts,
  heard,
  key,
  locale,
  pathOf,
  read,
  say,
  silence,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const bone = act(say('bone'), at('main', 'body')).position
const lastPart = act(silence, bone).position
const consent = at('main', 'body', 'askoutlook')
const guess = act(say('um'), at('main')).position
const moreTime = actAll([silence, silence], at('main', 'body')).position
const helplines = act(say('person'), at('main')).position
const service = act(key('3'), helplines).position
const body = `${locale}/normal/main/body`
const main = `${locale}/normal/main`
const spared = 'That is all right.'
const another = 'All right. What else?'

describe('a no', () => {
  test.each<[string, Position, string, string]>([
    ['while a part is read, spares the rest and leads to the menu above', bone, spared, body],
    ['at a consent, is not asked again', consent, spared, body],
    ['after the last part, leads to the menu above', lastPart, another, body],
    ['to all that the words may mean, leads to the menu above', guess, another, main],
    ['to the choices of a menu, leads to the menu above', at('main', 'body'), another, main],
    ['to the main menu, tells it again', at('main'), another, main],
    ['to the list of helplines, leads to the menu above', helplines, another, main],
    ['where a topic was opened by its name, leads to the main menu', at('bone'), spared, main],
  ])('%s', (_where, position, first, path) => {
    for (const words of ['no', 'enough', 'stop', 'leave me alone']) {
      const turn = act(say(words), position)
      expect(heard(turn)[0], words).toBe(first)
      expect(pathOf(turn), words).toBe(path)
      expect(counted(turn), words).toEqual(['reply no'])
      expect(turn.expects, words).toMatchObject({ seconds: 10 })
    }
  })

  test('to "do you need more time?" brings the choices', () => {
    const turn = act(say('no'), moreTime)
    expect(heard(turn)[0]).toBe('Bones, press 1.')
    expect(encodePosition(turn.position)).toBe(`${locale}/normal-long/main/body`)
  })

  test('to a way to listen, or to the number of a topic, leads back', () => {
    for (const passing of ['9', '7']) {
      const asked = act(key(passing), at('main', 'body')).position
      expect(pathOf(act(say('no'), asked)), passing).toBe(body)
    }
  })

  test('to one number to call brings the next', () => {
    expect(pathOf(act(say('no'), service))).toBe(pathOf(act(key('#'), service)))
  })

  test('where no language is chosen yet asks again', () => {
    const turn = act(say('no'), at(fixtureLine.start))
    expect(pathOf(turn)).toBe(`${locale}/normal/${fixtureLine.start}`)
    expect(heard(turn)).toEqual(heard(act(silence, at(fixtureLine.start))))
  })

  test('by text is answered in words, as before', () => {
    for (const words of ['no', 'enough'])
      expect(counted(act(text(words), at('main', 'bone'))), words).toEqual(['message', 'reply no'])
  })
})

describe('a yes', () => {
  test.each(['yes', 'sure', 'thank you'])('while a part is read is a wish to hear on: "%s"', (words) => {
    const turn = act(say(words), bone)
    expect(heard(turn)[0]).toBe('Bones, part 2.')
    expect(countedParts(turn)).toContain('part-finished bone')
  })

  test('to "do you need more time?" asks for it', () => {
    for (const words of ['yes', 'thank you']) {
      const turn = act(say(words), moreTime)
      expect(heard(turn)[0], words).toBe(heard(act(key('1'), moreTime))[0])
      expect(turn.position.wait, words).toBe('long')
    }
  })

  test('to an offer to be connected accepts it', () => {
    expect(act(say('yes'), service).expects).toEqual(act(key('1'), service).expects)
    expect(act(say('yes'), service).expects.kind).toBe('dial')
  })

  test('to several choices brings them again', () => {
    expect(heard(act(say('yes'), at('main', 'body')))).toEqual([
      'Bones, press 1.',
      'How long people live: 2.',
      'For a person, press 0.',
    ])
  })
})

test('thanks and # are no answer to a consent, which asks again without a word about the end', () => {
  for (const event of [say('thank you'), say('next'), key('#')]) {
    const turn = act(event, consent)
    expect(heard(turn)).toEqual(['To hear it, press 1.', 'To go back, press star.', 'For a person, press 0.'])
    expect(pathOf(turn)).toBe(`${body}/askoutlook`)
  }
})

test('a consent tells how to decline every time, also when the keys are known', () => {
  const asked = act(say('outlook'), { ...at('main'), told: true })
  expect(heard(asked).slice(-3)).toEqual([
    'To hear it, press 1.',
    'To go back, press star.',
    'Person: 0. All keys: 9.',
  ])
})

test('words that only resemble a goodbye end no call', () => {
  const goodbyes = ['i will go home now', 'we go home', 'home we go', 'now i go home then']
  const line = openFixture(
    editFiles(fixtureFiles, ['locales/en/examples.json', ['command:goodbye'], goodbyes]),
  )
  const [words = ''] = goodbyes
  expect(read(act(text(words), bone, sms, line), line)).toEqual(['Take care. MENU or PERSON.'])
  expect(heard(act(say(words), bone, voice, line), line)[0]).toBe('Bones, part 2.')
  expect(act(say(words), at('main'), voice, line).expects.kind).toBe('answer')
  expect(act(say('bye'), bone, voice, line).expects.kind).toBe('nothing')
})

describe('"hold on"', () => {
  test('is waited for as long as a relay, this once', () => {
    const turn = act(say('hold on'), bone)
    expect(heard(turn)).toEqual(['Take your time.', 'To go on, press pound.', 'For a person, press 0.'])
    expect(turn.expects).toMatchObject({ seconds: 90 })
    expect(turn.position.wait).toBe('normal')
    expect(heard(act(silence, turn.position))[0]).toBe('If your legs go numb, call 9 1 1.')
  })

  test('by text gets no part again', () => {
    expect(counted(act(text('hold on'), at('main', 'bone')))).toEqual(['message'])
  })
})

test('"help", which no carrier hears in a call, asks for a person', () => {
  for (const position of [bone, consent, at('main'), at(fixtureLine.start)])
    expect(pathOf(act(say('help'), position))).toBe(pathOf(act(say('person'), position)))
})
