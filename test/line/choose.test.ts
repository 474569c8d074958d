/** Choices made in words, where the caller is. */
import { describe, expect, test } from 'vitest'
import type { ChannelContext, UserEvent } from '../../src/line/event.ts'
import type { Line } from '../../src/line/line.ts'
import type { Position } from '../../src/line/position.ts'
import { currentStep, positionAt } from '../../src/line/position.ts'
import { take as takeEvent } from '../../src/line/take.ts'
import { line } from '../support/line.ts'

type Input = ChannelContext & UserEvent
const take = (of: Line, position: Position | null, input: Input) => takeEvent(of, position, input, input)

const say = (words: string): Input => ({
  channel: 'voice',
  country: 'US',
  staffed: false,
  called: null,
  kind: 'speech',
  words,
})
/** The second choice of the main menu, as it is said. */
const label = (locale: string) => line.locales[locale]?.resources.nodes.head?.label ?? ''
const nodeAfter = (node: string, locale: string, words: string) =>
  currentStep(take(line, positionAt(node, locale), say(words)).position).node

describe('in the main menu', () => {
  test.each(['press two', 'number two', 'Two.', 'the second one', 'dos', 'option 2 please', label('en')])(
    '"%s" is the second choice',
    (words) => {
      expect(nodeAfter('main', 'en', words)).toBe('head')
    },
  )

  test.each(['dos', 'la segunda', 'oprima dos', 'número dos por favor', label('es')])(
    '"%s" is the second choice',
    (words) => {
      expect(nodeAfter('main', 'es', words)).toBe('head')
    },
  )

  test('a choice that is not there is not understood, and nothing is lost', () => {
    expect(nodeAfter('head', 'en', 'number six')).toBe('head')
  })
})

test.each([
  ['repeat', 'bone'],
  ['slower', 'bone'],
  ['go back', 'main'],
  ['a person', 'call'],
  ['I want to talk to a person please', 'call'],
])('"%s" works everywhere', (words, node) => {
  expect(nodeAfter('bone', 'en', words)).toBe(node)
})
