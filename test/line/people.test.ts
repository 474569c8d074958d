/** People to call: the staff of the line, the helplines of the country, and calls that the line connects. */
import { describe, expect, test } from 'vitest'
import type { TopicNode } from '../../src/flow/topic.ts'
import type { Line } from '../../src/line/line.ts'
import { atPart } from '../../src/line/position.ts'
import type { Turn } from '../../src/line/turn.ts'
import { fixtureLine } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  at,
  counted,
  dialled,
  heard,
  key,
  locale,
  pathOf,
  read,
  say,
  silence,
  sms,
  staffed,
  text,
  voice,
} from '../support/fixture-person.ts'

const { settings, directory } = fixtureLine
const alone: Line = {
  ...fixtureLine,
  settings: { ...settings, handoff: { ...settings.handoff, number: null } },
}
const britain = { ...voice, country: 'GB' }
const nowhere = { ...voice, country: 'FR' }
const controls = ['To go back, press star.', 'Person: 0. All keys: 9.']

describe('a person of the line', () => {
  const calling = act(key('0'), at('main', 'bone'), staffed)

  test('is called while they are staffed', () => {
    expect(heard(calling)).toEqual(['Calling Smallline.'])
    expect(calling.expects).toEqual({
      kind: 'dial',
      to: { phone: '+15555550199', country: 'US' },
      seconds: 30,
    })
    expect(pathOf(calling)).toBe(`${locale}/normal/main/bone/person`)
    expect(counted(calling)).toEqual(['handoff dialled'])
  })

  test('who answered: the caller is back where they were', () => {
    const turn = act(dialled(true), calling.position, staffed)
    expect(heard(turn).slice(0, 3)).toEqual([
      'You are back on Smallline.',
      'Bones.',
      'This cancer can go to the bones.',
    ])
    expect(pathOf(turn)).toBe(`${locale}/normal-called10/main/bone`)
    expect(counted(turn)).toEqual(['handoff answered'])
  })

  test('who did not answer: other people to call', () => {
    const turn = act(dialled(false), calling.position, staffed)
    expect(heard(turn).slice(0, 2)).toEqual(['Nobody answered.', 'People in the United States.'])
    expect(pathOf(turn)).toBe(`${locale}/normal-called10/main/bone/call`)
    expect(counted(turn)).toEqual(['handoff missed'])
  })

  test('outside their hours: says so, and gives the helplines', () => {
    const turn = act(key('0'), at('main', 'bone'))
    expect(heard(turn).slice(0, 2)).toEqual(['Smallline is closed.', 'People in the United States.'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone/call`)
    expect(counted(turn)).toEqual(['handoff listed', 'open call'])
    expect(turn.expects.kind).toBe('answer')
  })

  test('where there is none: the helplines, and no word of hours', () => {
    const turn = act(key('0'), at('main'), staffed, alone)
    expect(heard(turn, alone)[0]).toBe('People in the United States.')
    expect(counted(turn)).toEqual(['handoff listed', 'open call'])
  })

  test('is asked for by word, also from where one is', () => {
    expect(act(say('operator'), at('main'), staffed).expects.kind).toBe('dial')
    expect(pathOf(act(say('operator'), at('main', 'call'), staffed))).toBe(
      `${locale}/normal/main/call/person`,
    )
  })

  test('by text is a number to call, first of all while they are staffed', () => {
    const turn = act(text('person'), at('main', 'bone'), { ...sms, staffed: true })
    expect(read(turn)).toEqual([
      'Emergency: 911',
      'Smallline: 1-555-555-0199',
      'Open: Mon-Fri 9:00 AM-5:00 PM, New York.',
      'Crisis Line: 988, or text 988',
      'Open: day and night.',
      'Reply MORE or MENU.',
    ])
    expect(counted(turn)).toEqual(['message', 'handoff listed', 'open call'])
  })

  test('by text is none where the operator lets no text name their number', () => {
    const handoff = { ...settings.handoff, textNumber: false }
    const untold: Line = { ...fixtureLine, settings: { ...settings, handoff } }
    expect(read(act(text('person'), at('main'), sms, untold), untold)).not.toContainEqual(
      expect.stringContaining('0199'),
    )
  })
})

describe('several people of the line', () => {
  const handoff = { ...settings.handoff, others: ['+15555550198', '+15555550197'] }
  const several: Line = { ...fixtureLine, settings: { ...settings, handoff } }
  const called = (turn: ReturnType<typeof act>) =>
    turn.expects.kind === 'dial' ? turn.expects.to.phone : undefined
  const first = act(key('0'), at('main', 'bone'), staffed, several)
  const second = act(dialled(false), first.position, staffed, several)

  test('are called in turn, and counted once', () => {
    expect([first, second].map(called)).toEqual(['+15555550199', '+15555550198'])
    expect(heard(second, several)).toEqual(['Nobody yet. Calling someone else.'])
    expect([first, second].flatMap(counted)).toEqual(['handoff dialled'])
    expect(pathOf(second)).toBe(`${locale}/normal/main/bone/person-2`)
  })

  test('whoever answers: the caller is back where they were, and the first is called the next time', () => {
    const back = act(dialled(true), second.position, staffed, several)
    expect(pathOf(back)).toBe(`${locale}/normal-called10/main/bone`)
    expect(called(act(key('0'), back.position, staffed, several))).toBe('+15555550199')
  })

  test('and nobody answers: the helplines', () => {
    const third = act(dialled(false), second.position, staffed, several)
    const turn = act(dialled(false), third.position, staffed, several)
    expect(heard(turn, several)[0]).toBe('Nobody answered.')
    expect(counted(turn)).toEqual(['handoff missed'])
  })

  test('without one from whom the call comes', () => {
    const context = { ...staffed, isCircular: (number: string) => number === '+15555550198' }
    const next = act(dialled(false), first.position, context, several)
    expect(called(next)).toBe('+15555550197')
  })

  test('whose hours end meanwhile are called no more', () => {
    expect(heard(act(dialled(false), first.position, voice, several), several)[0]).toBe('Nobody answered.')
  })
})

describe('the helplines', () => {
  test('are options by what they are for', () => {
    const turn = act(arrival, at('main', 'call'))
    expect(heard(turn)).toEqual([
      'People in the United States.',
      'In an emergency, call 9 1 1.',
      'You have 4 choices.',
      'Help in a crisis: Crisis Line, press 1.',
      'Help by text: Crisis Text, press 2.',
      'Questions: Cancer Line, press 3.',
      'A talk: Breast Line, press 4.',
      'To go on, press pound.',
      ...controls,
    ])
  })

  test('are those of the country of the caller', () => {
    expect(heard(act(arrival, at('main', 'call'), britain)).slice(0, 6)).toEqual([
      'People in Britain.',
      'In an emergency, call 9 9 9.',
      'You have 2 choices.',
      'A talk in a crisis: Listeners, press 1.',
      'Questions: Nurses, press 2.',
      'To go on, press pound.',
    ])
  })

  test('of a country that the directory does not have are none, and it says so', () => {
    expect(heard(act(arrival, at('main', 'call'), nowhere))).toEqual([
      'I have no numbers for your country. Call your local emergency number (the United States: 9 1 1).',
      ...controls,
    ])
    expect(read(act(arrival, at('main', 'call'), { ...sms, country: 'FR' }, alone), alone)).toEqual([
      'Emergency: your local emergency number (the United States: 911)',
      'I have no numbers for your country.',
      'Reply MENU.',
    ])
  })

  test('tell each service in a part of its own, with hours, number, and word to text', () => {
    const parts = [1, 2, 3, 4].map((times) => heard(act(key(String(times)), at('main', 'call'))))
    expect(parts.map((part) => part.slice(0, -controls.length))).toEqual([
      [
        'Crisis Line, for help in a crisis.',
        'Open: day and night.',
        'The number is: 9 8 8.',
        'Or text 9 8 8.',
        'To go on, press pound.',
      ],
      ['Crisis Text, for help by text.', 'Or text HOME to 5 5 5 0 1.', 'To go on, press pound.'],
      [
        'Cancer Line, for questions.',
        'The number is: 1 8 0 0 5 5 5 0 1 0 1.',
        'To be connected, press 1.',
        'To go on, press pound.',
      ],
      [
        'Breast Line, for a talk.',
        'The number is: 1 8 0 0 5 5 5 0 1 0 2.',
        'Or text 1 8 0 0 5 5 5 0 1 0 3.',
        'To be connected, press 1.',
      ],
    ])
  })

  test('are walked through with #, from the list to the last', () => {
    const paths = [1, 2, 3, 4, 5].map((times) =>
      pathOf(actAll(Array(times).fill(key('#')), at('main', 'call'))),
    )
    expect(paths).toEqual([2, 3, 4, 5, 5].map((part) => `${locale}/normal/main/call-${part}`))
    expect(counted(act(key('#'), at('main', 'call')))).toEqual([])
  })

  test('are told one after the other to a caller who presses nothing, until somebody has been called', () => {
    const silent = [1, 2, 3, 4, 5].map((times) => actAll(Array(times).fill(silence), at('main', 'call')))
    expect(silent.map(pathOf)).toEqual([
      ...[2, 3, 4, 5].map((part) => `${locale}/normal/main/call-${part}`),
      `${locale}/normal-silence1/main/call-5`,
    ])
    expect(heard(silent[2] as Turn)).toContain('The number is: 1 8 0 0 5 5 5 0 1 0 1.')
    const returned = { ...at('main', 'call'), calls: { person: 0, helpline: 1 } }
    expect(pathOf(act(silence, returned))).toBe(`${locale}/normal-called01-silence1/main/call`)
  })

  test('are recognised by name', () => {
    const { expects } = act(arrival, at('main', 'call', 'call'))
    expect(expects.kind === 'answer' && expects.hints).toHaveLength(4)
    expect(act(key('3'), at('main', 'call')).expects).toMatchObject({
      hints: [{ key: 'directory:US.services.cancer.name' }],
    })
  })

  test('by text come in five lines at a time, each service in one text', () => {
    const texts = [1, 2].map((times) =>
      read(actAll([arrival, ...Array(times - 1).fill(text('more'))], at('main', 'call'), sms)),
    )
    expect(texts).toEqual([
      [
        'Emergency: 911',
        'Crisis Line: 988, or text 988',
        'Open: day and night.',
        'Cancer Line: 1-800-555-0101',
        'Breast Line: 1-800-555-0102, or text 1-800-555-0103',
        'Reply MORE or MENU.',
      ],
      [
        'Crisis Text: text HOME to 55501',
        'Smallline: 1-555-555-0199',
        'Open: Mon-Fri 9:00 AM-5:00 PM, New York.',
        'Reply MENU.',
      ],
    ])
  })

  test('of the kind of a topic are a choice after its last part, and end its text', () => {
    const bone = fixtureLine.nodes.bone as TopicNode
    const helpline: TopicNode['helpline'] = { kinds: ['hospice', 'breast'], sms: 'signs' }
    const line = { ...fixtureLine, nodes: { ...fixtureLine.nodes, bone: { ...bone, helpline } } }
    const last = atPart(at('main', 'bone'), 2)
    expect(heard(act(arrival, last, voice, line))).toContain('A talk: Breast Line: 2.')
    expect(pathOf(act(key('2'), last, voice, line))).toBe(`${locale}/normal/main/bone-2/call-5`)
    const told = (part: number, country: string) =>
      read(act(arrival, atPart(last, part), { ...sms, country }, line), line)
    expect(told(2, 'US')).toContain('Breast Line: 1-800-555-0102, or text 1-800-555-0103')
    expect(told(1, 'US').join()).not.toContain('Breast Line')
    expect(told(2, 'GB').join()).not.toMatch(/Breast Line|Nurses/)
  })

  test('by text begin with the first service where the line has no people of its own', () => {
    expect(read(act(arrival, at('main', 'call'), { ...sms, country: 'GB' }, alone), alone)).toEqual([
      'Emergency: 999',
      'Listeners: 116 123',
      'Nurses: 0808 157 0000',
      'Open: weekdays.',
      'Reply MENU.',
    ])
  })

  test('never offer more than six', () => {
    const [service] = directory.US?.services ?? []
    const many: Line = {
      ...fixtureLine,
      directory: { US: { ...directory.US, services: Array(8).fill(service) } as (typeof directory)[string] },
    }
    const turn = act(arrival, at('main', 'call'), voice, many)
    expect(heard(turn, many)).toContain('You have 6 choices.')
    expect(turn.expects).toMatchObject({ hints: { length: 6 } })
  })
})

describe('a call to a helpline', () => {
  const part = act(key('3'), at('main', 'call'))
  const calling = act(key('1'), part.position)

  test('is connected', () => {
    expect(heard(calling)).toEqual(['Calling Cancer Line.'])
    expect(calling.expects).toEqual({
      kind: 'dial',
      to: { phone: '+18005550101', country: 'US' },
      seconds: 30,
    })
    expect(pathOf(calling)).toBe(`${locale}/normal/main/call-4`)
    expect(counted(calling)).toEqual([])
  })

  test('that was answered leads back to its number', () => {
    const turn = act(dialled(true), calling.position)
    expect(heard(turn).slice(0, 2)).toEqual(['You are back on Smallline.', 'Cancer Line, for questions.'])
    expect(pathOf(turn)).toBe(`${locale}/normal-called01/main/call-4`)
    expect(counted(turn)).toEqual(['handoff answered'])
  })

  test('that was not answered leads back too, and says so', () => {
    const turn = act(dialled(false), calling.position)
    expect(heard(turn).slice(0, 2)).toEqual(['They could not be reached.', 'Cancer Line, for questions.'])
    expect(counted(turn)).toEqual(['handoff missed'])
  })

  test('keeps count of silences', () => {
    const retries = { reason: 'silence', count: 4 } as const
    expect(act(dialled(true), { ...calling.position, retries }).position.retries).toEqual(retries)
    expect(act(dialled(false), { ...calling.position, retries }).position.retries).toEqual(retries)
  })

  test('is not offered to a short number, which only phones can call', () => {
    const turn = act(key('1'), act(key('1'), at('main', 'call')).position)
    expect(heard(turn)[0]).toBe('There is no choice on 1.')
  })
})

describe('a person is called', () => {
  const missed = (times: number) => {
    let position = at('main', 'bone')
    for (let time = 0; time < times; time += 1) {
      const calling = act(key('0'), position, staffed)
      expect(calling.expects.kind).toBe('dial')
      position = act(dialled(false), calling.position, staffed).position
    }
    return position
  }

  test('twice at most in a call: the third time the helplines are told', () => {
    const turn = act(key('0'), missed(2), staffed)
    expect(heard(turn).slice(0, 2)).toEqual(['Nobody answered.', 'People in the United States.'])
    expect(counted(turn)).toEqual(['handoff listed', 'open call'])
    expect(turn.expects.kind).toBe('answer')
  })

  test('twice at most for noise, which then hears the options', () => {
    const turn = actAll(Array(9).fill(say('qqqq')), missed(2), staffed)
    expect(heard(turn)[0]).toBe('I did not understand that.')
    expect(turn.expects.kind).toBe('answer')
  })

  test('of a helpline six times at most: then its number is told again', () => {
    const calls = { person: 0, helpline: 6 }
    const turn = act(key('1'), { ...at('main', 'call'), calls, trail: [{ node: 'call', part: 4 }] })
    expect(heard(turn).slice(0, 3)).toEqual([
      'They could not be reached.',
      'Cancer Line, for questions.',
      'The number is: 1 8 0 0 5 5 5 0 1 0 1.',
    ])
  })

  test('never at a number from which the call comes', () => {
    const context = {
      ...staffed,
      isCircular: (number: string) => ['+15555550199', '+18005550101'].includes(number),
    }
    expect(heard(act(key('0'), at('main', 'bone'), context)).slice(0, 2)).toEqual([
      'Nobody answered.',
      'People in the United States.',
    ])
    const part = act(key('3'), at('main', 'call'), context)
    expect(act(key('1'), part.position, context).expects.kind).toBe('answer')
  })
})
