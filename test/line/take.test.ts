/** The behaviour that holds in every node, whatever it says. */
import { describe, expect, test } from 'vitest'
import type { ChannelContext, UserEvent } from '../../src/line/event.ts'
import { type Line, textsOf } from '../../src/line/line.ts'
import { currentStep, encodePosition, type Position, positionAt } from '../../src/line/position.ts'
import { take as takeEvent } from '../../src/line/take.ts'
import { renderVoice } from '../../src/voice/render.ts'
import { line, locales, slugs } from '../support/line.ts'

type Input = ChannelContext & UserEvent
const take = (of: Line, position: Position | null, input: Input) => takeEvent(of, position, input, input)

const context = { channel: 'voice', country: 'US', staffed: false, called: '+15555550100' } as const
const key = (pressed: string): Input => ({ ...context, kind: 'key', key: pressed })
const say = (words: string): Input => ({ ...context, kind: 'speech', words })
const silence: Input = { ...context, kind: 'silence' }
const staffedLine: Line = {
  ...line,
  settings: { ...line.settings, handoff: { ...line.settings.handoff, number: '+15555550199' } },
}
const phrases = (turn: { prompts: readonly { key: string }[] }) =>
  turn.prompts.map((prompt) => prompt.key.replace('phrases:', ''))
/** Every place of a call after its language was chosen, each with a menu before it. */
const places = locales.flatMap((locale) =>
  slugs
    .filter((slug) => !['languages', 'main', 'person'].includes(slug))
    .map((slug): [string, Position] => [
      `${locale} ${slug}`,
      {
        ...positionAt('main', locale),
        trail: [
          { node: 'main', part: 1 },
          { node: slug, part: 1 },
        ],
      },
    ]),
)

describe('in every node', () => {
  test.each(places)('%s: * leads back, 8 repeats, # never loses the place', (_name, position) => {
    expect(currentStep(take(line, position, key('*')).position).node).toBe('main')
    expect(take(line, position, key('8')).position).toEqual(position)
    expect(take(line, position, key('#')).position.trail.map(({ node }) => node)).toEqual(
      position.trail.map(({ node }) => node),
    )
  })

  test.each(places)('%s: 0 leads to a person, and back', (_name, position) => {
    const calling = take(staffedLine, position, { ...key('0'), staffed: true })
    expect(calling.expects).toMatchObject({ kind: 'dial', to: { phone: '+15555550199' }, seconds: 30 })
    const after = take(staffedLine, calling.position, {
      ...context,
      staffed: true,
      kind: 'dialled',
      answered: true,
    })
    expect(after.position).toEqual(position)
    expect(phrases(after)[0]).toBe('handoff.returned')
  })

  test.each(places)('%s: nobody of the line is there, so 0 gives the helplines', (_name, position) => {
    const turn = take(line, position, key('0'))
    expect(currentStep(turn.position).node).toBe('call')
    expect(turn.expects.kind).toBe('answer')
  })

  test.each(places.filter(([, position]) => currentStep(position).node !== 'ways'))(
    '%s: pace and language change and the place stays',
    (_name, position) => {
      const ways = take(line, position, key('9'))
      const slow = take(line, ways.position, key('1'))
      expect(slow.position).toEqual({ ...position, pace: 'slow' })
      const choice = take(line, ways.position, key('2'))
      expect(currentStep(choice.position).node).toBe('languages')
      const other = position.locale === 'en' ? 'es' : 'en'
      const changed = take(line, choice.position, key(String(locales.indexOf(other) + 1)))
      expect(changed.position).toEqual({ ...position, locale: other })
    },
  )

  test.each(places)(
    '%s: silence is met with patience, then a person or a goodbye, never at once',
    (_name, position) => {
      const first = take(line, position, silence)
      const second = take(line, first.position, silence)
      const third = take(line, second.position, silence)
      expect(phrases(first)[0]).toBe('voice.takeYourTime')
      expect(phrases(second)).toEqual(['voice.moreTime'])
      expect(second.expects).toMatchObject({ kind: 'answer', seconds: 60 })
      expect(phrases(third)).toEqual(['voice.callAgain', 'voice.goodbye'])
      expect(third.expects.kind).toBe('nothing')
      expect(take(staffedLine, second.position, { ...silence, staffed: true }).expects.kind).toBe('dial')
    },
  )

  test.each(places)('%s: one silence calls a person once, then comes to its end', (_name, position) => {
    const staffed = { ...silence, staffed: true }
    for (const answered of [true, false]) {
      let turn = take(staffedLine, { ...position, retries: { reason: 'silence', count: 2 } }, staffed)
      expect(turn.expects.kind).toBe('dial')
      turn = take(staffedLine, turn.position, { ...context, staffed: true, kind: 'dialled', answered })
      const awaited = [1, 2, 3].map(() => {
        turn = take(staffedLine, turn.position, staffed)
        return turn.expects.kind
      })
      expect(awaited).toEqual(['answer', 'answer', 'nothing'])
    }
  })

  test.each(places)('%s: whoever asks for more time has it from then on', (_name, position) => {
    const asked = take(line, take(line, position, silence).position, silence)
    const given = take(line, asked.position, key('1'))
    expect(given.position).toEqual({ ...position, wait: 'long' })
    expect(given.expects).toMatchObject({ seconds: 30 })
  })

  // The helplines of the United States have a sixth choice.
  test.each(places.filter(([, position]) => currentStep(position).node !== 'call'))(
    '%s: keys without a choice never end the call',
    (_name, position) => {
      let turn = take(line, position, key('6'))
      for (let times = 0; times < 20; times += 1) {
        expect(turn.expects.kind).toBe('answer')
        expect(currentStep(turn.position).node).toBe(currentStep(position).node)
        turn = take(line, turn.position, key('6'))
      }
    },
  )

  test.each(places)('%s: words work like keys', (_name, position) => {
    expect(currentStep(take(line, position, say('go back')).position).node).toBe('main')
    expect(take(line, position, say('Repeat.')).position).toEqual(position)
    expect(take(line, position, say('a person')).position.trail.at(-1)?.node).toBe('call')
    expect(take(line, position, say('bones')).position.trail.at(-1)?.node).toBe('bone')
  })

  test.each(places)(
    '%s: words of another language, or of none, do not change the language',
    (_name, position) => {
      for (const words of [
        'bones',
        'huesos',
        'xyzzy plugh',
        'hello',
        'hola',
        'quiero morir',
        'i want to die',
      ])
        expect(take(line, position, say(words)).position.locale, words).toBe(position.locale)
    },
  )
})

describe('a sensitive topic', () => {
  test.each(Object.entries(line.guards))(
    '%s is told only after %s was asked and agreed to',
    (topic, consent) => {
      const asked = take(line, positionAt('main', 'en'), say(line.nodes[topic] ? topic : ''))
      expect(currentStep(asked.position).node).toBe(consent)
      const told = take(line, asked.position, key('1'))
      expect(currentStep(told.position).node).toBe(topic)
      expect(currentStep(take(line, told.position, key('*')).position).node).toBe('main')
    },
  )
})

describe('the choice of language', () => {
  test('may be made by any word of a language, and later only by its name', () => {
    const { position } = take(line, null, { ...context, kind: 'arrival' })
    expect(take(line, position, say('hola')).position.locale).toBe('es')
    expect(take(line, positionAt('main', 'en'), say('español')).position.locale).toBe('es')
  })

  test('goes on by itself in the first language for who prompts nothing', () => {
    const arrival = take(line, null, { ...context, kind: 'arrival' })
    const again = take(line, arrival.position, silence)
    const onward = take(line, again.position, silence)
    expect(currentStep(again.position).node).toBe('languages')
    expect(currentStep(onward.position).node).toBe('main')
  })

  test('is left out where a number offers one language, and the emergency sentence comes first', () => {
    const single = {
      ...line,
      settings: { ...line.settings, numbers: [{ number: '+15555550100', locales: ['es'] }] },
    }
    const turn = take(single, null, { ...context, kind: 'arrival' })
    expect(encodePosition(turn.position)).toBe('es/normal/main')
    expect(turn.prompts[0]).toMatchObject({ key: 'phrases:voice.emergency', bargeIn: false })
    expect(phrases(turn)[1]).toBe('voice.answering')
  })
})

describe('the main menu', () => {
  test('is reached for the first time with the emergency sentence, and with what the line is after its choices', () => {
    const { position } = take(line, null, { ...context, kind: 'arrival' })
    const prompts = phrases(take(line, position, key('1')))
    expect(prompts.slice(0, 2)).toEqual(['voice.emergency', 'voice.option'])
    expect(prompts.at(-1)).toBe('voice.about')
  })

  test('is come back to by its name, and its choices are said as before', () => {
    const prompts = phrases(take(line, positionAt('head', 'en'), key('*')))
    expect(prompts.slice(0, 3)).toEqual(['voice.here', 'voice.option', 'voice.shortOption'])
    expect(prompts).not.toContain('voice.about')
  })
})

describe('words of self-harm', () => {
  const texts = textsOf(line)

  test.each([
    ['i want to die', 'en', '9 8 8'],
    ['Quiero morir!!', 'es', '9 8 8'],
  ])('"%s" is answered with the number to call, before anything else', (words, locale, number) => {
    const turn = take(line, positionAt('bone', locale), say(words))
    expect(turn.tallies).toContainEqual({ event: 'crisis', subject: '' })
    expect(renderVoice(line, texts, '', turn).replace(/<[^>]*>/g, '')).toContain(number)
    expect(turn.prompts[0]).toMatchObject({ bargeIn: false })
  })
})

describe('words of despair', () => {
  test.each([
    ['everyone is tired of me and my pain', 'en'],
    ['ya todos se cansaron de mí y de mi dolor', 'es'],
  ])('"%s" hears the crisis line first, which a key may cut off, then what was asked', (words, locale) => {
    const turn = take(line, positionAt('main', locale), say(words))
    expect(turn.tallies).toContainEqual({ event: 'crisis-offered', subject: '' })
    expect(phrases(turn).slice(0, 2)).toEqual(['voice.despair', 'guess.ask'])
    expect(turn.prompts[0]).not.toHaveProperty('whole')
  })

  test('come second to an emergency', () => {
    const turn = take(line, positionAt('main', 'en'), say('i am in the way of everyone and i cant breathe'))
    expect(phrases(turn).slice(0, 2)).toEqual(['voice.urgent', 'voice.despair'])
  })
})

test('thanks are answered kindly, then the choices are said again', () => {
  const turn = take(line, positionAt('main', 'en'), say('thank you'))
  expect(phrases(turn)[0]).toBe('voice.thanks')
  expect(turn.expects.kind).toBe('answer')
})
