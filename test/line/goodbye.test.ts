/** A goodbye ends a call kindly, and is never taken for a cry; a cry is never taken for a goodbye. */
import { describe, expect, test } from 'vitest'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import type { Turn } from '../../src/line/turn.ts'
import { counted, heard, read, sms, voice } from '../support/fixture-person.ts'
import { line } from '../support/line.ts'

const said = (words: string, locale: string) =>
  take(line, positionAt(line.main, locale), { kind: 'speech', words }, voice)
const texted = (words: string) => take(line, positionAt(line.main, 'en'), { kind: 'text', words }, sms)
const isEnd = ({ expects }: Turn) => expects.kind === 'nothing'

const GOODBYES = {
  en: [
    'thank you goodbye',
    'Bye.',
    'bye bye',
    'goodbye',
    "That's all.",
    "that's all thank you",
    'hang up',
    'please hang up now',
    "I'm done",
    "no thanks that's it",
    'OK, thank you so much. Bye now!',
    'alright bye',
    'okay great thanks bye bye',
    'Thank you for your help, goodbye.',
    'good night',
    'you can hang up',
    'end call',
    'I have to go, bye',
    'have a nice day',
    'nothing else thank you',
    "that'll be all",
    'bye for now',
    'see you later',
    'no more questions',
  ],
  es: [
    'adiós',
    'Gracias, adiós.',
    'muchas gracias adiós',
    'bye',
    'chao',
    'hasta luego',
    'eso es todo',
    'eso es todo, gracias',
    'no gracias, eso es todo',
    'cuelgue por favor',
    'ya terminé',
    'nada más, gracias',
    'me tengo que ir',
    'que tenga buen día',
    'hasta luego muchas gracias',
    'terminar llamada',
    'bueno, adiós',
    'nos vemos',
  ],
} as const
const farewell = { en: /^Goodbye, and take care\./, es: /^Adiós, y cuídese mucho\./ } as const

describe.each(['en', 'es'] as const)('in %s', (locale) => {
  test.each(GOODBYES[locale])('"%s" ends the call, and nothing else is said', (words) => {
    const turn = said(words, locale)
    expect(isEnd(turn)).toBe(true)
    expect(heard(turn, line)).toEqual([expect.stringMatching(farewell[locale])])
    expect(counted(turn)).toEqual([])
  })

  test.each(GOODBYES[locale])('"%s" by text gets a kind closing, and the conversation stays', (words) => {
    const turn = texted(words)
    expect(read(turn, line)).toEqual([expect.stringMatching(/^(Take care|Cuídese)/)])
    expect(turn.position.trail).toEqual([{ node: line.main, part: 1 }])
  })
})

test.each(line.settings.locales)(
  'each goodbye of %s is one by itself, at the choice of language too',
  (locale) => {
    for (const words of line.locales[locale]?.commands.goodbye ?? []) {
      expect(isEnd(said(words, locale)), words).toBe(true)
      expect(isEnd(take(line, positionAt(line.start, locale), { kind: 'speech', words }, voice)), words).toBe(
        true,
      )
    }
  },
)

describe('what is no goodbye', () => {
  test.each([
    ['en', 'goodbye everyone, goodbye world'],
    ['en', 'goodbye world'],
    ['en', 'I want to say goodbye to my family before I die'],
    ['en', 'how do I say goodbye to my kids'],
    ['en', "I'm so done with all of it, goodbye"],
    ['en', 'goodbye forever'],
    ['en', 'this is my goodbye'],
    ['en', 'goodbye letter for my children'],
    ['en', "that's all I can take, I want to die, bye"],
    ['en', 'no thanks'],
    ['en', 'what is the end'],
    ['es', 'adiós a todos, adiós mundo'],
    ['es', 'quiero despedirme de mis hijos antes de morir'],
    ['es', 'adiós para siempre'],
    ['es', 'no gracias'],
  ])('(%s) "%s" ends no call', (locale, words) => {
    expect(isEnd(said(words, locale))).toBe(false)
    expect(read(texted(words), line)[0]).not.toMatch(/^(Take care|Cuídese)/)
  })

  test.each([
    ['en', 'goodbye everyone, goodbye world'],
    ['en', "that's all I can take, I want to die, bye"],
    ['es', 'adiós a todos, adiós mundo'],
  ])('(%s) "%s" is a cry', (locale, words) => {
    expect(counted(said(words, locale))).toContain('crisis')
  })
})
