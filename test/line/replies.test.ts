/** What the line says of itself and to small talk; and the language of a conversation, which stays. */
import { describe, expect, test } from 'vitest'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import {
  act,
  at,
  counted,
  heard,
  locale,
  pathOf,
  read,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const body = at('main', 'body')
const bone = at('main', 'bone')
const options = ['Bones, press 1.', 'How long people live: 2.', 'For a person, press 0.']

describe.each([
  ['bot', 'are you a robot', 'I am a machine.', 'I am a machine. MENU: topics.'],
  ['bot', 'Am I talking to a computer?', 'I am a machine.', 'I am a machine. MENU: topics.'],
  ['chat', 'lol', 'I know of nothing else.', 'I know of nothing else. MENU: topics.'],
  ['chat', 'who won the game', 'I know of nothing else.', 'I know of nothing else. MENU: topics.'],
])('the reply "%s" to "%s"', (name, words, said, texted) => {
  test('is said, then the options', () => {
    const turn = act(say(words), body)
    expect(heard(turn)).toEqual([said, ...options])
    expect(counted(turn)).toEqual([`reply ${name}`])
    expect(turn.position).toEqual(body)
  })

  test('is texted in one line, with no topic and no guess', () => {
    const turn = act(text(words), bone)
    expect(read(turn)).toEqual([texted])
    expect(counted(turn)).toEqual(['message', `reply ${name}`])
    expect(turn.position).toEqual(bone)
  })

  test('comes to a first text with the emergency number', () => {
    const turn = act(text(words), null)
    expect(read(turn)).toEqual([texted, 'Emergency: 911.'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main`)
  })
})

test('the reply "no" is texted in one line; what a no does by phone, said-answers.test.ts tells', () => {
  const turn = act(text('not today'), bone)
  expect(read(turn)).toEqual(['That is all right. MENU: topics.'])
  expect(turn.position).toEqual(bone)
})

test('a no, said, answers the question with which a part begins: the next part follows', () => {
  const asking = openFixture(
    editFiles(fixtureFiles, [
      `locales/${locale}/main.json`,
      ['bone', 'voice', 'where'],
      'Do your bones hurt? They may.',
    ]),
  )
  const turn = act(say('no'), at('main', 'body', 'bone'), voice, asking)
  expect(pathOf(turn)).toBe(`${locale}/normal/main/body/bone-2`)
  expect(counted(turn)).toEqual(['finish bone'])
  expect(pathOf(act(say('no'), turn.position, voice, asking))).toBe(`${locale}/normal/main/body`)
})

test('a reply forgets what was missed', () => {
  expect(act(say('lol'), { ...body, retries: { reason: 'key', count: 2 } }).position.retries).toBeNull()
})

test.each(['let me talk to a human', 'can i speak with real people'])(
  '"%s" asks for a person as PERSON does',
  (words) => {
    expect(pathOf(act(text(words), bone))).toBe(pathOf(act(text('person'), bone)))
  },
)

describe('a message of unknown words', () => {
  test.each(['qqqq', 'qqqq xxxx', '😢🦴', 'ŧŧŧŧ', '…'])('leads nowhere: "%s"', (words) => {
    const texted = act(text(words), bone)
    expect(read(texted)).toEqual(['I did not find that. MENU or PERSON.'])
    expect(texted.position).toEqual(bone)
    expect(counted(texted)).toEqual(['message', 'unmatched bone'])
    expect(heard(act(say(words), body))[0]).toBe('I did not understand that.')
  })

  test('as the first text gets the greeting and the menu', () => {
    expect(read(act(text('qqqq'), null))).toEqual([
      'Smallline: texts about cancer.',
      '1 The body',
      '2 People to call',
      'Reply with a number. PERSON: someone.',
      'Emergency: 911.',
    ])
  })
})

describe('the language of a conversation', () => {
  test.each([
    ['a topic by its word', 'zo', ['Bones', 'It can go to the bones.', 'Reply MORE or MENU.']],
    ['a question', 'zo mwen fè m mal', ['Bones', 'It can go to the bones.', 'Reply MORE or MENU.']],
    ['a reply', 'èske ou se yon machin', ['I am a machine. MENU: topics.']],
  ])('stays when %s comes in another, which is offered in its own words', (_what, words, lines) => {
    const turn = act(text(words), at('main'))
    expect(read(turn)).toEqual([...lines, 'Pou kreyòl, reponn KREYÒL.'])
    expect(turn.position.locale).toBe(locale)
    const changed = act(text('KREYÒL'), turn.position)
    expect(pathOf(changed)).toBe(pathOf(turn).replace(locale, 'ht'))
  })

  test('is offered whichever it is', () => {
    expect(read(act(text('bone'), { ...at('main'), locale: 'ht' }))).toEqual([
      'Zo yo',
      'Li ka ale nan zo yo.',
      'Voye PLIS oswa MENI.',
      'For English, reply ENGLISH.',
    ])
    expect(read(act(text('骨が痛いです'), at('main'))).at(-1)).toBe('日本語は 日本語 と送ってください。')
  })

  test('changes where it is asked for by name', () => {
    for (const [words, tag] of [
      ['KREYÒL', 'ht'],
      ['العربية', 'ar'],
      ['日本語', 'ja'],
    ] as const)
      expect(act(text(words), bone).position.locale, words).toBe(tag)
  })

  test('is that of the words of a first text, and none is offered', () => {
    for (const [words, tag] of [
      ['zo', 'ht'],
      ['zo mwen fè m mal', 'ht'],
      ['骨が痛いです', 'ja'],
      ['هل أنت آلة', 'ar'],
    ] as const) {
      const turn = act(text(words), null)
      expect(turn.position.locale, words).toBe(tag)
      expect(turn.prompts.some((prompt) => prompt.locale)).toBe(false)
    }
  })

  test('is that of the words of a first text even where nothing is found', () => {
    expect(act(text('mwen pa konnen kisa pou m di'), null).position.locale).toBe('ht')
  })

  test('decides on a word that two languages share; then the first one of the number', () => {
    const shared = openFixture(
      editFiles(fixtureFiles, ['locales/ht/main.json', ['bone', 'keywords'], ['zo', 'bone']]),
    )
    for (const tag of [locale, 'ht']) {
      const turn = act(text('bone'), { ...at('main'), locale: tag }, sms, shared)
      expect(turn.position.locale).toBe(tag)
      expect(turn.prompts.some((prompt) => prompt.locale)).toBe(false)
    }
    const called = { ...sms, called: '+15555550102' }
    expect(act(text('bone'), null, called, shared).position.locale).toBe('ht')
    expect(act(text('bone'), null, sms, shared).position.locale).toBe(locale)
  })

  test('is offered by no voice: speech is heard in the language of the call', () => {
    const turn = act(say('zo'), at('main'))
    expect(turn.position.locale).toBe(locale)
    expect(turn.prompts.some((prompt) => prompt.locale)).toBe(false)
    expect(act(say('zo mwen fè m mal'), body, voice, fixtureLine).position.locale).toBe(locale)
  })
})
