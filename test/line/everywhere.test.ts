/** The behaviour that holds at every place, in every language: sampled, since it does not depend on what a place says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KEYS } from '../../src/line/keys.ts'
import { goesOn } from '../../src/line/nodes/index.ts'
import { placeAt } from '../../src/line/place.ts'
import { currentStep, type Position, positionAt, stepTo } from '../../src/line/position.ts'
import { fixtureLine } from '../support/fixture.ts'
import {
  act,
  actAll,
  dialled,
  key,
  media,
  pathOf,
  say,
  silence,
  sms,
  staffed,
  text,
  voice,
} from '../support/fixture-person.ts'

const { main, start, person, helplines, ways, number } = fixtureLine
const { locales } = fixtureLine.settings
const slugs = Object.keys(fixtureLine.nodes)

/** People pass through these on their way; they lead elsewhere, or back. */
const passed = [main, start, person, ways]

/** Some way through the line, after the choice of language, that ends at none of these. */
const placesBut = (...excluded: readonly string[]): fc.Arbitrary<Position> =>
  fc
    .record({
      locale: fc.constantFrom(...locales),
      pace: fc.constantFrom('normal' as const, 'slow' as const),
      wait: fc.constantFrom('normal' as const, 'long' as const),
      way: fc.array(fc.constantFrom(...slugs.filter((slug) => !passed.includes(slug))), { maxLength: 2 }),
      end: fc.constantFrom(...slugs.filter((slug) => ![main, start, person, ...excluded].includes(slug))),
    })
    .map(({ locale, pace, wait, way, end }) => ({
      ...[...way, end].reduce(stepTo, positionAt(main, locale)),
      pace,
      wait,
    }))

const everywhere = (excluded: readonly string[], check: (position: Position) => void) =>
  fc.assert(fc.property(placesBut(...excluded), check), { numRuns: 60 })

const node = (position: Position) => currentStep(position).node
const goesOnAt = (position: Position) => goesOn(placeAt(fixtureLine, position, voice))
/** Whether the keys were told is no place. */
const untold = ({ told: _, ...position }: Position): Position => position
const nodes = (position: Position) => position.trail.map((step) => step.node)

test('* leads one step back, and 8 repeats', () => {
  everywhere([number], (position) => {
    expect(nodes(act(key(KEYS.back), position).position)).toEqual(nodes(position).slice(0, -1))
    expect(untold(act(key(KEYS.again), position).position)).toEqual(position)
  })
})

test('# never loses the place', () => {
  everywhere([], (position) => {
    expect(nodes(act(key(KEYS.next), position).position)).toEqual(nodes(position))
  })
})

test('0 leads to a person, and back', () => {
  everywhere([], (position) => {
    const calling = act(key(KEYS.person), position, staffed)
    expect(calling.expects).toEqual({
      kind: 'dial',
      to: { phone: '+15555550199', country: 'US' },
      seconds: 30,
    })
    const calls = { person: 1, helpline: 0 }
    const { position: after } = act(dialled(true), calling.position, staffed)
    expect(untold(after)).toEqual({ ...position, calls })
  })
})

test('0 leads to the helplines while nobody can be called', () => {
  everywhere([helplines], (position) => {
    expect(node(act(key(KEYS.person), position).position)).toBe(helplines)
  })
})

test('7 asks for a number, and a number leads to its topic', () => {
  everywhere([number], (position) => {
    const asked = act(key(KEYS.number), position)
    expect(node(actAll([key('2'), key('1')], asked.position).position)).toBe('bone')
    expect(node(act(text('21'), position).position)).toBe('bone')
  })
})

test('the pace changes and the place stays', () => {
  everywhere([ways, number], (position) => {
    const changed = actAll([key(KEYS.ways), key('1')], position)
    expect(untold(changed.position)).toEqual({
      ...position,
      pace: position.pace === 'slow' ? 'normal' : 'slow',
    })
  })
})

test('the language changes and the place stays', () => {
  everywhere([ways, number], (position) => {
    locales.forEach((locale, index) => {
      const changed = actAll([key(KEYS.ways), key('2'), key(String(index + 1))], position)
      expect(untold(changed.position)).toEqual({ ...position, locale })
    })
  })
})

test('keys without an option never end a call, and never lose the place', () => {
  everywhere([], (position) => {
    let turn = act(key('6'), position)
    for (let times = 0; times < 20; times += 1) {
      expect(turn.expects.kind).toBe('answer')
      expect(nodes(turn.position)).toEqual(nodes(position))
      turn = act(key('6'), turn.position)
    }
  })
})

test('no input is met with patience, then more time, then a goodbye', () => {
  // Of the helplines each number is told first (people.test.ts).
  everywhere([helplines], (position) => {
    const kinds = [1, 2, 3].map((times) => actAll(Array(times).fill(silence), position).expects.kind)
    // What goes on by itself comes to its end first.
    expect(kinds).toEqual(['answer', 'answer', goesOnAt(position) ? 'answer' : 'nothing'])
  })
})

test('more time lasts for the call', () => {
  everywhere([ways, helplines], (position) => {
    if (goesOnAt(position)) return
    const given = actAll([silence, silence, key('1')], position)
    expect(given.position).toEqual({ ...position, wait: 'long' })
    expect(given.expects).toMatchObject({ seconds: 90 })
  })
})

test('words work like keys, in the language of the caller', () => {
  everywhere([], (position) => {
    const { commands, resources } = fixtureLine.locales[position.locale] ?? {}
    expect(node(act(say(commands?.menu[0] ?? ''), position).position)).toBe(main)
    expect(untold(act(say(commands?.again[0] ?? ''), position).position)).toEqual(position)
    expect(node(act(say(resources?.nodes.bone?.word ?? ''), position).position)).toBe('bone')
  })
})

test('words of any language, or of none, do not change the language of a call', () => {
  const words = [
    'qqqq',
    ...locales.flatMap((locale) => {
      const { commands, resources } = fixtureLine.locales[locale] ?? {}
      return [commands?.menu[0] ?? '', commands?.thanks[0] ?? '', resources?.nodes.bone?.word ?? '']
    }),
  ]
  everywhere([], (position) => {
    for (const each of words) expect(act(say(each), position).position.locale, each).toBe(position.locale)
  })
})

test('every text gets a reply, and is counted as a message', () => {
  everywhere([], (position) => {
    for (const event of [media, text('qqqq'), text('1'), text('9'), text('*')]) {
      const turn = act(event, position)
      expect(turn.expects.kind).toBe('answer')
      expect(turn.prompts.length).toBeGreaterThan(0)
      expect(turn.tallies[0]).toEqual({ event: 'message', subject: '' })
    }
  })
})

test('whatever comes, where it leads is a place of this line', () => {
  const events = fc.oneof(
    fc.string().map(say),
    fc.string().map(text),
    fc.string({ minLength: 1 }).map(key),
    fc.constantFrom(silence, media, dialled(true), dialled(false)),
  )
  fc.assert(
    fc.property(placesBut(), events, (position, event) => {
      const { trail } = act(
        event,
        position,
        event.kind === 'text' || event.kind === 'media' ? sms : staffed,
      ).position
      for (const step of trail) expect(slugs).toContain(step.node)
      expect(trail.length).toBeGreaterThan(0)
      expect(trail.length).toBeLessThanOrEqual(8)
    }),
    { numRuns: 150 },
  )
})

test('a guess travels with what it offers', () => {
  const turn = act(say('um'), positionAt(main, locales[0] ?? ''))
  expect(pathOf(turn)).toMatch(/guess~bone~outlook$/)
})
