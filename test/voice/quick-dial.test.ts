/** A number with pauses that leads to a topic: commas wait while keys would be lost. */
import { expect, test } from 'vitest'
import { type Line, textsOf } from '../../src/line/line.ts'
import { quickDial } from '../../src/voice/quick-dial.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale, otherLocale } from '../support/fixture-person.ts'

const NUMBER = '+15555550100'
const dial = (line: Line, number: string, language: string) =>
  quickDial(line, textsOf(line), number, language, 21)

test('chooses the language, waits for the emergency sentence, and enters the number', () => {
  expect(dial(fixtureLine, NUMBER, locale)).toBe('+15555550100,,1,,,7,,2,,1')
  expect(dial(fixtureLine, NUMBER, otherLocale)).toBe('+15555550100,,2,,,,7,,2,,1')
})

test('counts languages as the number that is dialled offers them', () => {
  expect(dial(fixtureLine, '+15555550102', 'ar')).toBe('+15555550102,,2,,,,7,,2,,1')
})

test('leaves the language out where the number offers one, and waits before the first key', () => {
  expect(dial(fixtureLine, '+15555550101', 'ja')).toBe('+15555550101,,,,7,,2,,1')
})

test('waits longer where the voice speaks more slowly', () => {
  const { settings, ...rest } = fixtureLine.locales[locale] ?? {}
  const slow = {
    ...fixtureLine,
    locales: {
      ...fixtureLine.locales,
      [locale]: { ...rest, settings: { ...settings, voice: { ...settings?.voice, wordsPerMinute: 60 } } },
    },
  } as Line
  expect(dial(slow, NUMBER, locale)).toMatch(/^\+15555550100,,1,{6,8}7,,2,,1$/)
})
