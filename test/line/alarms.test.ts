/** Words of danger get their rule first, with the numbers of the country, and nothing beside it that contradicts it. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'
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

describe('words of self-harm, said', () => {
  test('are answered with the number to call, which no key interrupts, then the options', () => {
    const turn = act(say('I want to die'), body)
    expect(heard(turn)).toEqual(['You matter. Call Crisis Line: 9 8 8. In danger, call 9 1 1.', ...options])
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

  test('are followed by the topic that was asked for beside them', () => {
    const turn = act(say('kill myself my rib hurts'), body)
    expect(heard(turn).slice(0, 2)).toEqual([
      'You matter. Call Crisis Line: 9 8 8. In danger, call 9 1 1.',
      'This cancer can go to the bones.',
    ])
    expect(counted(turn)).toEqual(['crisis', 'open bone'])
  })

  test('are not followed by a guess', () => {
    const turn = act(say('kill myself bone outlook'), body)
    expect(heard(turn).slice(1)).toEqual(options)
    expect(pathOf(turn)).toBe(`${locale}/normal/main/body`)
  })

  test('forget what was missed', () => {
    expect(
      act(say('kill myself'), { ...body, retries: { reason: 'key', count: 2 } }).position.retries,
    ).toBeNull()
  })

  test('that are ordinary in this disease are a question', () => {
    expect(counted(act(say('I want to die at home'), body))).not.toContain('crisis')
  })
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

describe('words of self-harm, texted', () => {
  test('are answered in their language, with the way on', () => {
    expect(read(act(text('I want to die'), body))).toEqual([
      'You matter. Call Crisis Line: 988. In danger: 911.',
      'Reply MENU or PERSON.',
    ])
    expect(read(act(text('mwen vle mouri'), body))).toEqual([
      'Ou enpòtan. Rele Liy Kriz: 988. An danje: 911.',
      'Voye MENI oswa MOUN.',
    ])
  })

  test('as the first text get no greeting, and the emergency number once', () => {
    const turn = act(text('I want to die'), null)
    expect(read(turn)).toEqual([
      'You matter. Call Crisis Line: 988. In danger: 911.',
      'Reply MENU or PERSON.',
    ])
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
})

describe('signs that need help now', () => {
  test('are answered with the emergency number, which no key interrupts', () => {
    const turn = act(say('my legs went numb'), body)
    expect(heard(turn)).toEqual(['That needs help now. Call 9 1 1.', ...options])
    expect(turn.prompts[0]).toMatchObject({ bargeIn: false })
    expect(counted(turn)).toEqual(['emergency'])
  })

  test('by text too, in the country of the number', () => {
    const turn = act(text('legs went numb'), body, { ...sms, country: 'GB' })
    expect(read(turn)).toEqual(['That needs help now. Call 999.', 'Reply MENU or PERSON.'])
    expect(turn.prompts[0]).not.toHaveProperty('bargeIn')
    expect(counted(turn)).toEqual(['message', 'emergency'])
  })

  test('are followed by the likeliest topic, not by a choice', () => {
    const turn = act(say('legs went numb bone outlook'), at('main'))
    expect(heard(turn).slice(0, 2)).toEqual([
      'That needs help now. Call 9 1 1.',
      'This cancer can go to the bones.',
    ])
    expect(counted(turn)).toEqual(['emergency', 'open bone'])
    expect(pathOf(act(text('legs went numb zo lavni'), at('main')))).toMatch(/^(en|ht)\/normal\/main\/bone$/)
  })
})

describe('words that may be of self-harm', () => {
  test('are answered, and the crisis line is named beside the answer: by phone before it', () => {
    const turn = act(say('i am a burden'), body)
    expect(heard(turn)).toEqual([
      'If you cannot go on, call 9 8 8.',
      'I did not understand that.',
      ...options,
    ])
    expect(turn.prompts[0]).not.toHaveProperty('bargeIn')
    expect(counted(turn)).toEqual(['crisis-offered', 'unmatched body'])
  })

  test('by text after it', () => {
    expect(read(act(text('i am a burden'), body))).toEqual([
      'I did not find that. MENU or PERSON.',
      'If you cannot go on, call 988 or text 988.',
    ])
    expect(read(act(text('i am a burden'), body, { ...sms, country: 'GB' })).at(-1)).toBe(
      'If you cannot go on, call 116 123.',
    )
    expect(read(act(text('i am a burden'), body, { ...sms, country: 'FR' })).at(-1)).toBe(
      'If you cannot go on, call your local emergency number (the United States: 911).',
    )
  })

  test('in a first text stand between the menu and the emergency number', () => {
    const lines = read(act(text('i am a burden'), null))
    expect(lines[0]).toBe('Smallline: texts about cancer.')
    expect(lines.slice(-2)).toEqual(['If you cannot go on, call 988 or text 988.', 'Emergency: 911.'])
  })

  test('name the emergency number where no crisis service can be called', () => {
    expect(heard(act(say('i am a burden'), body, voice, textOnly), textOnly)[0]).toBe(
      'If you cannot go on, call 9 1 1.',
    )
  })

  test('come second to an emergency', () => {
    const turn = act(say('i am a burden cant breathe'), body)
    expect(counted(turn)).toEqual(['emergency', 'crisis-offered'])
    expect(heard(turn).slice(0, 2)).toEqual([
      'That needs help now. Call 9 1 1.',
      'If you cannot go on, call 9 8 8.',
    ])
  })
})
