/** Words, said and texted: options by name, commands, guesses, thanks, and words that the line leaves to others. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { atPart } from '../../src/line/position.ts'
import { fixtureFiles, fixtureLine } from '../support/fixture.ts'
import {
  act,
  at,
  counted,
  heard,
  locale,
  otherLocale,
  pathOf,
  read,
  say,
  text,
  voice,
} from '../support/fixture-person.ts'

const body = at('main', 'body')
const bone = at('main', 'bone')
const saidAt = (words: string, ...trail: [string, ...string[]]) => pathOf(act(say(words), at(...trail)))

describe('an option in words', () => {
  test.each(['one', 'number one', 'press one please', 'The first', 'bones', 'BONES!'])(
    '"%s" is the first',
    (words) => {
      expect(saidAt(words, 'main', 'body')).toBe(`${locale}/normal/main/body/bone`)
    },
  )

  test.each(['two', 'second one', 'people you can call', 'call people you can'])(
    '"%s" is the second',
    (words) => {
      expect(saidAt(words, 'main')).toBe(`${locale}/normal/main/call`)
    },
  )

  test.each(Object.keys(fixtureLine.locales))('counts in every language: %s', (each) => {
    const { choices } = JSON.parse(String(fixtureFiles[`locales/${each}/numerals.json`]))
    expect(pathOf(act(say(choices[1][0]), { ...at('main'), locale: each }))).toBe(`${each}/normal/main/call`)
  })

  test('that is not there is no match, and nothing is lost', () => {
    const turn = act(say('number six'), body)
    expect(heard(turn)[0]).toBe('There is no choice on 6.')
    expect(pathOf(turn)).toBe(`${locale}/normal-key1/main/body`)
  })

  test('may be texted too, but not as the first text', () => {
    expect(pathOf(act(text('two'), at('main')))).toBe(`${locale}/normal/main/call`)
    expect(pathOf(act(text('two'), null))).toBe(`${locale}/normal/main`)
  })

  test.each(['the body', 'The body!', 'body the'])(
    '"%s" is an option that nothing but its name leads to',
    (words) => {
      expect(saidAt(words, 'main')).toBe(`${locale}/normal/main/body`)
      expect(saidAt(words, 'main', 'bone')).not.toContain('/body')
    },
  )

  test.each(['body', 'a body', 'the whole body'])('"%s" is not the one named "the body"', (words) => {
    expect(saidAt(words, 'main')).not.toContain('/body')
  })

  test.each(['the the', 'one qqqq', 'qqqq one'])('"%s" is none', (words) => {
    expect(heard(act(say(words), at('main')))[0]).toBe('I did not understand that.')
  })

  test('by a name that two options have is none', () => {
    const options = [1, 2].map((key) => ({ key, to: 'body' }))
    const line: Line = { ...fixtureLine, nodes: { ...fixtureLine.nodes, main: { kind: 'menu', options } } }
    expect(counted(act(say('the body'), at('main'), voice, line))).not.toContain('open body')
  })

  test('that is no node has no name of its own', () => {
    expect(act(say('a slower voice'), at('main', 'ways')).position.pace).toBe('normal')
  })

  test('needs all words of its name, and no more', () => {
    expect(heard(act(say('the'), at('main')))[0]).toBe('I did not understand that.')
    expect(saidAt('qqqq the body', 'main')).not.toContain('/body')
  })

  test('that is not there is not found by text, as its digit is', () => {
    const turn = act(text('number six'), body)
    expect(read(turn)).toEqual(['I did not find that. MENU or PERSON.'])
    expect(counted(turn)).toEqual(['message', 'unmatched body'])
  })

  test('of two that sound the same is none of them', () => {
    const turn = act(say('how long people live'), at('main', 'guess'))
    expect(turn.position.trail.at(-1)?.node).toBe('askoutlook')
  })
})

describe('a command', () => {
  test.each([
    ['more', 'normal/main/bone-2'],
    ['menu', 'normal/main'],
    ['a person', 'normal/main/bone/call'],
    ['go back', 'normal/main'],
    ['repeat', 'normal/main/bone'],
    ['slower', 'slow/main/bone'],
    ['who says so', 'normal/main/bone/sources'],
    ['languages', 'normal/main/bone/languages'],
  ])('"%s" leads to %s', (words, path) => {
    expect(saidAt(words, 'main', 'bone')).toBe(`${locale}/${path}`)
    expect(pathOf(act(text(words), bone))).toBe(`${locale}/${path}`)
  })

  test('about the pace sends a text again, which has none', () => {
    expect(read(act(text('slower'), bone))).toEqual(read(act(text('again'), bone)))
  })

  test('brings the pace back', () => {
    const turn = act(say('faster'), { ...bone, pace: 'slow' })
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone`)
    expect(heard(turn)[0]).toBe('I will speak at the normal pace.')
  })

  test('forgets what was missed', () => {
    const missed = { ...bone, retries: { reason: 'silence', count: 1 } as const }
    for (const words of ['menu', 'slower', 'repeat', 'thanks', 'english', 'more'])
      expect(act(say(words), missed).position.retries, words).toBeNull()
  })

  test('is read in the language it is texted in', () => {
    for (const [words, path] of [
      ['القائمة', 'ar/normal/main'],
      ['شكرا', 'ar/normal/main/bone'],
      ['المصدر', 'ar/normal/main/bone/sources'],
      ['moun', 'ht/normal/main/bone/call'],
    ] as const)
      expect(pathOf(act(text(words), bone))).toBe(path)
  })
})

describe('thanks', () => {
  test('are answered kindly, then the options come again', () => {
    const turn = act(say('thank you'), body)
    expect(heard(turn)).toEqual([
      'You are welcome.',
      'Bones, press 1.',
      'How long people live: 2.',
      'For a person, press 0.',
    ])
    expect(counted(turn)).toEqual([])
  })

  test('by text are answered in one line', () => {
    const turn = act(text('mèsi'), bone)
    expect(read(turn)).toEqual(['Pa gen pwoblèm. MENI or PERSON.'.replace(' or PERSON', ' oswa MOUN')])
    expect(counted(turn)).toEqual(['message'])
  })
})

test('a hello tells the place again by phone, where somebody asks whether anyone is there, and opens the menu by text', () => {
  expect(saidAt('hello?', 'main', 'body')).toBe(`${locale}/normal/main/body`)
  expect(pathOf(act(text('hello'), body))).toBe(`${locale}/normal/main`)
})

describe('words that may mean several topics', () => {
  test('are offered as a choice of them', () => {
    const turn = act(say('um'), at('main'))
    expect(heard(turn)).toEqual([
      'Which do you mean?',
      'Bones, press 1.',
      'How long people live, press 2.',
      'To go back, press star.',
      'Person: 0. All keys: 9.',
    ])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/guess~bone~outlook`)
    expect(counted(turn)).toEqual(['guess bone'])
    expect(turn.expects).toMatchObject({
      hints: [{ key: 'nodes:bone.label' }, { key: 'nodes:outlook.label' }],
    })
  })

  test('are offered in the language of the first text', () => {
    const turn = act(text('zut zut'), null)
    expect(read(turn)).toEqual([
      'Kiyès ou vle di?',
      '1 Zo yo',
      '2 Lavni',
      'Voye yon nimewo. MOUN: yon moun.',
      'Ijans: 911.',
    ])
    expect(pathOf(act(text('1'), turn.position))).toBe('ht/normal/main/guess~bone~outlook/bone')
  })

  test('are offered in the language of the conversation, and then that of the words', () => {
    const turn = act(text('zut zut'), bone)
    expect(read(turn)).toEqual([
      'Which do you mean?',
      '1 Bones',
      '2 Outlook',
      'Reply with a number. PERSON: someone.',
      'Pou kreyòl, reponn KREYÒL.',
    ])
    expect(pathOf(act(text('1'), turn.position))).toBe(`${locale}/normal/main/bone`)
  })

  test('mean the one that is an option here', () => {
    const turn = act(say('um'), atPart(bone, 2))
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2/askoutlook`)
    expect(counted(turn)).toEqual(['open askoutlook'])
  })

  test('mean the one of several options', () => {
    const options = ['call', 'bone'].map((to, index) => ({ key: index + 1, to }))
    const line: Line = { ...fixtureLine, nodes: { ...fixtureLine.nodes, body: { kind: 'menu', options } } }
    expect(pathOf(act(say('um'), body, voice, line))).toBe(`${locale}/normal/main/body/bone`)
  })

  test('are offered where several of them are options here', () => {
    expect(saidAt('um', 'main', 'body')).toBe(`${locale}/normal/main/body/guess~bone~outlook`)
  })

  test('are asked again after a yes, by phone and by text', () => {
    const asked = act(say('um'), at('main')).position
    expect(pathOf(act(say('yes'), asked))).toBe(`${locale}/normal/main/guess~bone~outlook`)
    expect(read(act(text('yes'), asked))[0]).toBe('Which do you mean?')
  })

  test('lead to the main menu after a no', () => {
    const asked = act(say('um'), at('main')).position
    expect(pathOf(act(say('no'), asked))).toBe(`${locale}/normal/main`)
    expect(pathOf(act(text('no'), asked))).toBe(`${locale}/normal/main`)
  })

  test('replace an earlier guess', () => {
    const first = act(say('um'), at('main'))
    const again = act(say('um um'), first.position)
    expect(again.position.trail.map(({ node }) => node)).toEqual(['main', 'guess'])
  })
})

describe('a wish to be texted no more', () => {
  test('is granted, in its language, and counted', () => {
    const turn = act(text('Leave me alone!'), bone)
    expect(read(turn)).toEqual(['Smallline will not text you again.'])
    expect(counted(turn)).toEqual(['message', 'stop'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone`)
    expect(read(act(text('kite m anpè'), bone))).toEqual(['Smallline p ap voye tèks ba ou ankò.'])
  })

  test('by phone is no more than a no (said-answers.test.ts)', () => {
    expect(counted(act(say('leave me alone'), body))).toEqual(['reply no'])
  })
})

describe('a machine', () => {
  test.each(['Liked “Numb legs? Call 911.”', 'Sorry, I can’t talk right now.'])(
    'that writes "%s" gets no reply',
    (words) => {
      for (const position of [bone, null]) {
        const turn = act(text(words), position)
        expect(turn.prompts).toEqual([])
        expect(turn.expects).toEqual({ kind: 'nothing' })
        expect(counted(turn)).toEqual(['message', 'automatic'])
      }
    },
  )

  test('is not what a caller is taken for', () => {
    expect(counted(act(say('sorry i cant talk right now'), body))).toEqual(['unmatched body'])
  })
})

describe('a word that the carrier answers', () => {
  test.each([
    ['STOP', []],
    [' quit\n', []],
    ['help', []],
    ['yes', ['start']],
    ['Unstop', ['start']],
  ])('"%s" gets no reply', (words, wishes) => {
    const turn = act(text(words), bone)
    expect(turn.prompts).toEqual([])
    expect(turn.expects).toEqual({ kind: 'nothing' })
    expect(counted(turn)).toEqual(['message', 'carrier-word', ...wishes])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone`)
  })

  test.each([
    ['Quit.', 'Smallline will not text you again.', 'stop'],
    ['“Stop”', 'Smallline will not text you again.', 'stop'],
    ['STOP 🛑', 'Smallline will not text you again.', 'stop'],
    ['Help!', 'Smallline: help. MENU or PERSON. Emergency: 911.', 'help'],
    ['Unstop.', 'Smallline texts again. MENU or PERSON.', 'start'],
    ['text me again', 'Smallline texts again. MENU or PERSON.', 'start'],
  ])(
    'is answered by us where anything stands around it, which the carrier does not know: "%s"',
    (words, reply, wish) => {
      const turn = act(text(words), bone)
      expect(read(turn)).toEqual([reply])
      expect(counted(turn)).toEqual(['message', wish])
    },
  )

  test.each(['yes', 'Yes.', 'YES 🙏'])('"%s" agrees where a consent was asked', (words) => {
    expect(pathOf(act(text(words), at('main', 'bone', 'askoutlook')))).toBe(
      `${locale}/normal/main/bone/outlook`,
    )
  })

  test('START does not agree there', () => {
    expect(pathOf(act(text('start!'), at('main', 'bone', 'askoutlook')))).toBe(
      `${locale}/normal/main/bone/askoutlook`,
    )
  })

  test('START means nothing by phone', () => {
    const turn = act(say('start'), body)
    expect(counted(turn)).toEqual(['unmatched body'])
    expect(turn.expects.kind).toBe('answer')
  })
})

test('by phone, words of another language are heard in the one that was chosen', () => {
  const at = { ...bone, locale: otherLocale }
  for (const words of ['zo', '骨', 'bone', 'who says so', 'thank you', 'um'])
    expect(act(say(words), at).position.locale, words).toBe(otherLocale)
})
