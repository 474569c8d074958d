/** Keys: those of a place, those that mean the same everywhere, and those that mean nothing. */
import { describe, expect, test } from 'vitest'
import {
  act,
  actAll,
  arrival,
  at,
  counted,
  heard,
  key,
  locale,
  pathOf,
  read,
  sms,
  text,
} from '../support/fixture-person.ts'

const pathAfter = (pressed: string, ...trail: [string, ...string[]]) =>
  pathOf(act(key(pressed), at(...trail)))

describe('a key', () => {
  test.each([
    ['1', 'main/body'],
    ['2', 'main/call'],
    ['0', 'main/call'],
    ['7', 'main/number'],
    ['9', 'main/ways'],
    ['8', 'main'],
    ['#', 'main'],
  ])('%s in the main menu leads to %s', (pressed, trail) => {
    expect(pathAfter(pressed, 'main')).toBe(`${locale}/normal/${trail}`)
  })

  test('counts by its first digit where several come at once', () => {
    expect(pathAfter('12', 'main')).toBe(`${locale}/normal/main/body`)
    expect(pathAfter('2#', 'main', 'body')).toBe(`${locale}/normal/main/body/askoutlook`)
  })

  test('without an option is said back, then the options come again', () => {
    const turn = act(key('5'), at('main', 'body'))
    expect(heard(turn)).toEqual([
      'There is no choice on 5.',
      'Bones, press 1.',
      'How long people live: 2.',
      'For a person, press 0.',
      'To hear this again, press 8.',
      'To go back, press star.',
      'For other ways, press 9.',
    ])
    expect(pathOf(turn)).toBe(`${locale}/normal-key1/main/body`)
    expect(counted(turn)).toEqual(['wrong-key body'])
  })

  test('that a telephone seldom has means nothing', () => {
    expect(counted(act(key('A'), at('main')))).toEqual(['wrong-key main'])
  })
})

describe('a number', () => {
  test('is asked for', () => {
    const turn = act(key('7'), at('main'))
    expect(heard(turn)[0]).toBe('Enter two digits.')
    expect(turn.expects).toMatchObject({ hints: [] })
    expect(counted(turn)).toEqual(['open number'])
  })

  test('of two digits leads to its topic', () => {
    const asked = at('main', 'number')
    const first = act(key('2'), asked)
    expect(heard(first)).toEqual(['2. Second digit?'])
    expect(pathOf(first)).toBe(`${locale}/normal/main/number_2`)
    expect(pathOf(act(key('1'), first.position))).toBe(`${locale}/normal/main/number/bone`)
    expect(pathOf(actAll([key('7'), key('3')], asked))).toBe(`${locale}/normal/main/number/call`)
  })

  test('is answered at once by 0 and *, and * after a digit takes that back', () => {
    expect(pathAfter('0', 'main', 'number')).toBe(`${locale}/normal/main/number/call`)
    expect(pathAfter('*', 'main', 'number')).toBe(`${locale}/normal/main`)
    expect(pathOf(actAll([key('2'), key('*')], at('main', 'number')))).toBe(`${locale}/normal/main/number`)
    expect(pathOf(actAll([key('2'), key('0')], at('main', 'number')))).toBe(
      `${locale}/normal/main/number/call`,
    )
  })

  test('keeps its first digit through silence', () => {
    expect(heard(actAll([key('2'), { kind: 'silence' }], at('main', 'number')))).toEqual([
      'Take your time.',
      '2. Second digit?',
    ])
  })

  test('counts whole where both digits come at once', () => {
    expect(pathAfter('21', 'main', 'number')).toBe(`${locale}/normal/main/number/bone`)
  })

  test('leads through the consent of a sensitive topic', () => {
    expect(pathAfter('35', 'main', 'number')).toBe(`${locale}/normal/main/number/askoutlook`)
  })

  test('that no topic has is said back, and asked again', () => {
    const turn = act(key('99'), at('main', 'number'))
    expect(heard(turn)).toEqual(['There is no choice on 99.', 'Enter two digits.', 'For a person, press 0.'])
    expect(pathOf(turn)).toBe(`${locale}/normal-key1/main/number`)
  })

  test('counts only where it is asked for, and only whole', () => {
    expect(pathAfter('21', 'main')).toBe(`${locale}/normal/main/call`)
    expect(pathAfter('*1', 'main', 'number')).toBe(`${locale}/normal/main`)
    expect(pathAfter('*21', 'main', 'number')).toBe(`${locale}/normal/main`)
  })
})

describe('#', () => {
  test('goes on to the next part, and counts the topic as finished at its last', () => {
    const turn = act(key('#'), at('main', 'bone'))
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2`)
    expect(heard(turn)).toEqual([
      'Bones, part 2.',
      'If your legs go numb, call 9 1 1.',
      'That is all on bones.',
      'How long people live, press 1.',
      'For a person, press 0.',
      'To hear this again, press 8.',
      'To go back, press star.',
      'For other ways, press 9.',
    ])
    expect(counted(turn)).toEqual(['finish bone'])
  })

  test('after the last part says that there is no more', () => {
    const turn = actAll([key('#'), key('#')], at('main', 'bone'))
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2`)
    expect(heard(turn)).toEqual([
      'There is nothing more.',
      'How long people live, press 1.',
      'For a person, press 0.',
    ])
    expect(counted(turn)).toEqual([])
  })
})

describe('*', () => {
  test('leads back to the part that was reached', () => {
    const turn = actAll([key('#'), key('9'), key('*')], at('main', 'bone'))
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2`)
    expect(heard(turn)[0]).toBe('Bones, part 2.')
    expect(counted(turn)).toEqual([])
  })

  test('from the main menu leads to the choice of language, and from there stays in it', () => {
    const turn = act(key('*'), at('main'))
    expect(pathOf(turn)).toBe(`${locale}/normal/languages`)
    expect(heard(turn)[0]).toBe('Smallline.')
    expect(pathOf(act(key('*'), turn.position))).toBe(`${locale}/normal/languages`)
    expect(counted(turn)).toEqual([])
  })

  test('from an address that begins elsewhere leads to the main menu', () => {
    expect(pathAfter('*', 'body')).toBe(`${locale}/normal/main`)
  })

  test('forgets what was pressed in vain', () => {
    expect(pathOf(actAll([key('5'), key('*')], at('body')))).toBe(`${locale}/normal/main`)
    expect(pathOf(actAll([key('5'), key('*')], at('main', 'body')))).toBe(`${locale}/normal/main`)
    expect(pathOf(actAll([key('5'), key('8')], at('main', 'body')))).toBe(`${locale}/normal/main/body`)
  })
})

describe('9', () => {
  test('offers another pace and language, and where a topic was heard, its sources', () => {
    expect(heard(act(key('9'), at('main')))).toEqual([
      'Other ways.',
      'A slower voice, press 1.',
      'Another language, press 2.',
      'More time, press 3.',
      'For a person, press 0.',
      'If you know a number, press 7.',
      'To hear this again, press 8.',
      'To go back, press star.',
    ])
    expect(heard(act(key('9'), at('main', 'bone')))[3]).toBe('Who says this, press 3.')
    expect(pathOf(act(key('3'), at('main', 'bone', 'ways')))).toBe(`${locale}/normal/main/bone/ways/sources`)
  })

  test('slows the voice, and back', () => {
    const slower = act(key('1'), at('main', 'body', 'ways'))
    expect(pathOf(slower)).toBe(`${locale}/slow/main/body`)
    expect(heard(slower).slice(0, 2)).toEqual(['I will speak more slowly.', 'The body.'])
    expect(counted(slower)).toEqual([])
    const ways = act(key('9'), slower.position)
    expect(heard(ways)[1]).toBe('The normal pace, press 1.')
    const normal = act(key('1'), ways.position)
    expect(pathOf(normal)).toBe(`${locale}/normal/main/body`)
    expect(heard(normal)[0]).toBe('I will speak at the normal pace.')
  })
})

describe('by text, a digit', () => {
  test('is an option of the last text', () => {
    expect(pathOf(act(text('1'), at('main', 'body')))).toBe(`${locale}/normal/main/body/bone`)
    expect(pathOf(act(text(' 2. '), at('main')))).toBe(`${locale}/normal/main/call`)
  })

  test('without an option is not found, and the place stays', () => {
    const turn = act(text('5'), at('main', 'body'))
    expect(read(turn)).toEqual(['I did not find that. MENU or PERSON.'])
    expect(counted(turn)).toEqual(['message', 'unmatched body'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/body`)
  })

  test('7 is no key: the number itself is sent', () => {
    expect(read(act(text('7'), at('main')))).toEqual(['I did not find that. MENU or PERSON.'])
    expect(counted(act(key('7'), at('main'), sms))).toEqual(['message', 'unmatched main'])
  })

  test('0, 8, 9, * and # work as they do by phone', () => {
    expect(pathOf(act(text('0'), at('main', 'body')))).toBe(`${locale}/normal/main/body/call`)
    expect(read(act(text('8'), at('main', 'body')))).toEqual(read(act(arrival, at('main', 'body'), sms)))
    expect(read(act(text('9'), at('main', 'bone')))).toEqual([
      'Other ways.',
      '1 another language',
      '2 who says this',
      'Reply with a number. PERSON: someone.',
    ])
    expect(pathOf(act(text('*'), at('main', 'body')))).toBe(`${locale}/normal/main`)
    expect(pathOf(act(text('#'), at('main', 'bone')))).toBe(`${locale}/normal/main/bone-2`)
  })

  test('of any script counts', () => {
    expect(pathOf(act(text('٢١'), at('main')))).toBe(`${locale}/normal/main/bone`)
    expect(pathOf(act(text('１'), at('main', 'body')))).toBe(`${locale}/normal/main/body/bone`)
  })
})
