/** Words of danger get their rule, with the numbers of the country, and no topic beside it that might contradict it or wound. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/line/compile.ts'
import { type Draft, readDraft } from '../../src/line/draft.ts'
import { type Line, openLine } from '../../src/line/line.ts'
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

const { directory } = fixtureLine
const body = at('main', 'body')
const options = ['Bones, press 1.', 'How long people live: 2.', 'For a person, press 0.']
const britain = { ...voice, country: 'GB' }
const nowhere = { ...voice, country: 'FR' }
/** A country whose first crisis service cannot be called. */
const textOnly: Line = {
  ...fixtureLine,
  directory: {
    US: {
      ...directory.US,
      services: directory.US?.services.filter(({ id }) => id !== 'crisis'),
    } as (typeof directory)[string],
  },
}

const crisisSaid = 'You matter. Call Crisis Line: 9 8 8. Or text 9 8 8. If you might act, call 9 1 1.'
const crisisTexted = [
  'You matter. Call 988 or text 988. If you might act, call 911.',
  'Reply MENU or PERSON.',
]

describe('words of self-harm, said', () => {
  test('are answered with whom to call and to text, which no key interrupts, then the options', () => {
    const turn = act(say('I want to die'), body)
    expect(heard(turn)).toEqual([crisisSaid, ...options])
    expect(turn.prompts.map(({ bargeIn }) => bargeIn)).toEqual([false, undefined, undefined, undefined])
    expect(counted(turn)).toEqual(['crisis'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/body`)
  })

  test('name the numbers of the country', () => {
    expect(heard(act(say('I want to die'), body, britain))[0]).toBe(
      'You matter. Call Listeners: 1 1 6 1 2 3. In danger, call 9 9 9.',
    )
    expect(heard(act(say('I want to die'), body, nowhere))[0]).toBe(
      'You matter. In danger, call your local emergency number (the United States: 9 1 1).',
    )
  })

  test('name the emergency number alone where no crisis service can be called', () => {
    expect(heard(act(say('I want to die'), body, voice, textOnly), textOnly)[0]).toBe(
      'You matter. In danger, call 9 1 1.',
    )
  })

  test.each([
    ['the topic beside them', 'kill myself my rib hurts'],
    ['a topic that would wound', 'i want to die how long do i have'],
    ['two topics beside them', 'kill myself bone outlook'],
    ['a topic by its name', 'i want to die outlook'],
    ['words that are not understood', 'qqqq kill myself'],
  ])('are not followed by %s', (_what, words) => {
    for (const position of [body, at('main', 'bone')]) {
      const turn = act(say(words), position)
      expect(heard(turn)[0]).toBe(crisisSaid)
      expect(pathOf(turn)).toBe(position === body ? pathOf({ position }) : `${locale}/normal/main`)
      expect(counted(turn)).toEqual(['crisis'])
      expect(read(act(text(words), position))).toEqual(crisisTexted)
    }
  })

  test('in a topic are followed by a person and the main menu, never by the next part', () => {
    const turn = act(say('i want to die'), at('main', 'body', 'bone'))
    const menu = heard(act(say('yes'), at('main')))
    expect(heard(turn)).toEqual([crisisSaid, 'For a person, press 0.', ...menu])
    expect(turn.expects).toMatchObject({ seconds: 10 })
  })

  test('agree to nothing that was asked', () => {
    const asked = at('main', 'askoutlook')
    expect(pathOf(act(say('yes i want to die'), asked))).toBe(`${locale}/normal/main`)
    expect(read(act(text('yes i want to die'), asked))).toEqual(crisisTexted)
  })

  test('forget what was missed', () => {
    expect(
      act(say('kill myself'), { ...body, retries: { reason: 'key', count: 2 } }).position.retries,
    ).toBeNull()
  })

  test.each(['I want to die at home', 'can i die at home'])(
    'that are ordinary in this disease are a question: "%s"',
    (words) => {
      for (const turn of [act(say(words), body), act(text(words), body)]) {
        expect(counted(turn)).not.toContain('crisis')
        expect(counted(turn)).not.toContain('crisis-offered')
      }
    },
  )
})

test('the crisis service is the first that is for a crisis and can be called', () => {
  const services = [...(directory.US?.services ?? [])]
  const [crisis, crisisText, cancer] = services
  const line = {
    ...fixtureLine,
    directory: { US: { ...directory.US, services: [cancer, crisisText, crisis] } },
  } as Line
  expect(heard(act(say('I want to die'), body, voice, line), line)[0]).toContain('Call Crisis Line: 9 8 8.')
})

test('what to press, and the word to text, are named for the language of the answer', () => {
  const files = editFiles(
    fixtureFiles,
    ['locales/en/directory.json', ['US', 'services', 'crisis', 'press'], 'press 2'],
    ['locales/en/directory.json', ['US', 'services', 'crisis', 'word'], 'CARE'],
  )
  const line = openFixture(files)
  expect(heard(act(say('I want to die'), body, voice, line), line)[0]).toBe(
    'You matter. Call Crisis Line: 9 8 8, then press 2. Or text CARE to 9 8 8. If you might act, call 9 1 1.',
  )
  expect(read(act(text('I want to die'), body, sms, line), line)[0]).toBe(
    'You matter. Call 988, then press 2 or text CARE to 988. If you might act, call 911.',
  )
  expect(read(act(text('mwen vle mouri'), body, sms, line), line)[0]).toBe('Rele 988 oswa voye 988. 911.')
})

describe('words of self-harm, texted', () => {
  test('are answered in their language, with the way on, whatever the language of the conversation', () => {
    for (const conversation of Object.keys(fixtureLine.locales)) {
      const position = { ...body, locale: conversation }
      expect(read(act(text('I want to die'), position)), conversation).toEqual(crisisTexted)
      expect(read(act(text('mwen vle mouri'), position)), conversation).toEqual([
        'Rele 988 oswa voye 988. 911.',
        'Voye MENI oswa MOUN.',
      ])
    }
    expect(act(text('死にたい'), body).position.locale).toBe('ja')
    expect(act(text('أريد أن أموت'), null).position.locale).toBe('ar')
  })

  test('as the first text get no greeting, and the emergency number once', () => {
    const turn = act(text('I want to die'), null)
    expect(read(turn)).toEqual(crisisTexted)
    expect(counted(turn)).toEqual(['message', 'crisis'])
  })

  test('name the numbers of the country', () => {
    expect(read(act(text('I want to die'), body, { ...sms, country: 'GB' }))[0]).toBe(
      'You matter. Call Listeners: 116 123. In danger: 999.',
    )
    expect(read(act(text('I want to die'), body, { ...sms, country: 'FR' }))[0]).toBe(
      'You matter. In danger: your local emergency number (the United States: 911).',
    )
  })

  test('offer no other language beside the help', () => {
    const turn = act(text('mwen vle mouri'), body)
    expect(turn.prompts.filter(({ locale: offered }) => offered)).toEqual([])
  })

  test('that no pattern foresees are heard by what examples teach', () => {
    for (const words of ['everyone would be better off without me', 'they would manage without me'])
      expect(counted(act(text(words), body)), words).toEqual(['message', 'crisis'])
  })
})

describe('signs that need help now', () => {
  test.each([
    ['my legs went numb', 'Call 9 1 1 now, and lie flat.', 'Call 911 now, and lie flat.'],
    ['i cannot walk since this morning', 'Call 9 1 1 now, and lie flat.', 'Call 911 now, and lie flat.'],
    ["i can't breathe", 'Call 9 1 1 now, and sit up.', 'Call 911 now, and sit up.'],
    ['gasping, her lips are blue', 'Call 9 1 1 now, and sit up.', 'Call 911 now, and sit up.'],
  ])('are answered by the rule of the sign: "%s"', (words, said, texted) => {
    const turn = act(say(words), body)
    expect(heard(turn)).toEqual([said, ...options])
    expect(turn.prompts.map(({ bargeIn }) => bargeIn)).toEqual([false, undefined, undefined, undefined])
    expect(counted(turn)).toEqual(['emergency'])
    const reply = act(text(words), body)
    expect(read(reply)).toEqual([texted, 'Reply MENU or PERSON.'])
    expect(reply.prompts[0]).not.toHaveProperty('bargeIn')
    expect(counted(reply)).toEqual(['message', 'emergency'])
  })

  test('name the emergency number of the country', () => {
    expect(read(act(text('legs went numb'), body, { ...sms, country: 'GB' }))[0]).toBe(
      'Call 999 now, and lie flat.',
    )
    expect(heard(act(say('legs went numb'), body, nowhere))[0]).toBe(
      'Call your local emergency number (the United States: 9 1 1) now, and lie flat.',
    )
  })

  test.each([
    ['mwen pa ka respire', 'Rele 911 kounye a, epi chita.', 'Voye MENI oswa MOUN.'],
    ['息ができない', '今すぐ 911 に電話し、体を起こしてください。'],
    ['لا أستطيع التنفس', 'اتصل الآن برقم 911 واجلس.'],
  ])('have their rule in the language of the words: "%s"', (words, ...lines) => {
    for (const position of [body, null])
      expect(read(act(text(words), position)).slice(0, lines.length)).toEqual(lines)
  })

  test('are not followed by a topic, nor by a choice of topics', () => {
    for (const words of ['legs went numb bone outlook', 'cant breathe how long do i have']) {
      const turn = act(say(words), at('main'))
      expect(counted(turn), words).toEqual(['emergency'])
      expect(pathOf(turn)).toBe(`${locale}/normal/main`)
      expect(read(act(text(words), null)), words).toHaveLength(2)
    }
  })

  test('are heard beside a question that says far more', () => {
    const words = 'my rib hurts, it went to my bones, and now my legs went numb'
    expect(heard(act(say(words), body))[0]).toBe('Call 9 1 1 now, and lie flat.')
  })

  test('have the emergency number alone where the language has no rule for the sign', () => {
    const { draft } = readDraft(editFiles(fixtureFiles, ['locales/en/rules.json', ['breath']]))
    // Lint refuses such a line; should one run, nobody is left without the number.
    const line = openLine(compile(draft as Draft))
    expect(heard(act(say('i cant breathe'), body, voice, line), line)[0]).toBe(
      'That needs help now. Call 9 1 1.',
    )
    expect(read(act(text('i cant breathe'), body, sms, line), line)).toEqual([
      'That needs help now. Call 911.',
      'Reply MENU or PERSON.',
    ])
  })

  test('come after words of self-harm, whose answer names the emergency number too', () => {
    const turn = act(say('i want to die. i want to kill myself tonight. my legs went numb'), body)
    expect(heard(turn)[0]).toBe(crisisSaid)
    expect(counted(turn)).toEqual(['crisis'])
  })
})

/** "Woe", which the small line holds for a cry with a likelihood of 0.4. */
describe('the number of help, sent to us instead of being called', () => {
  test.each(['988', '9-8-8!', '55501'])('"%s" gets the crisis line', (words) => {
    expect(read(act(text(words), null, sms))).toEqual(crisisTexted)
  })

  test.each(['911', '9 1 1.', '999'])('"%s" gets the emergency number', (words) => {
    expect(read(act(text(words), null, sms))[0]).toBe('That needs help now. Call 911.')
  })

  test.each(['91', '9111', '912', '911 or not'])('"%s" is no such number', (words) => {
    expect(counted(act(text(words), null, sms))).not.toContain('emergency')
  })
})

describe('words that may be of self-harm', () => {
  test('are answered, and the crisis line is named beside the answer: by phone before it', () => {
    const turn = act(say('woe'), body)
    expect(heard(turn)).toEqual([
      'If you cannot go on, call 9 8 8.',
      'I did not understand that.',
      ...options,
      'To hear this again, press 8.',
      'To go back, press star.',
      'For other ways, press 9.',
    ])
    expect(turn.prompts[0]).not.toHaveProperty('bargeIn')
    expect(counted(turn)).toEqual(['crisis-offered', 'unmatched body'])
  })

  test('by text after it', () => {
    expect(read(act(text('woe'), body))).toEqual([
      'I did not find that. MENU or PERSON.',
      'If you cannot go on, call 988 or text 988.',
    ])
    expect(read(act(text('woe'), body, { ...sms, country: 'GB' })).at(-1)).toBe(
      'If you cannot go on, call 116 123.',
    )
    expect(read(act(text('woe'), body, { ...sms, country: 'FR' })).at(-1)).toBe(
      'If you cannot go on, call your local emergency number (the United States: 911).',
    )
  })

  test('do not keep a question from its answer', () => {
    expect(read(act(text('i saved my pills, and my rib hurts'), body))).toEqual([
      'Bones',
      'It can go to the bones.',
      'Reply MORE or MENU.',
      'If you cannot go on, call 988 or text 988.',
    ])
  })

  test('in a first text stand between the menu and the emergency number', () => {
    const lines = read(act(text('woe'), null))
    expect(lines[0]).toBe('Smallline: texts about cancer.')
    expect(lines.slice(-2)).toEqual(['If you cannot go on, call 988 or text 988.', 'Emergency: 911.'])
  })

  test('name the emergency number where no crisis service can be called', () => {
    expect(heard(act(say('woe'), body, voice, textOnly), textOnly)[0]).toBe(
      'If you cannot go on, call 9 1 1.',
    )
  })

  test('beside an emergency have the crisis line named after its rule', () => {
    const turn = act(say('woe cant breathe'), body)
    expect(counted(turn)).toEqual(['emergency', 'crisis-offered'])
    expect(heard(turn)).toEqual([
      'Call 9 1 1 now, and sit up.',
      'If you cannot go on, call 9 8 8.',
      ...options,
    ])
  })
})
