/** The commands of `npm run operate`, and what each leaves. */
import { describe, expect, test } from 'vitest'
import { changeToday } from '../../src/cli/support/change-today.ts'
import { AS_USUAL, type Today } from '../../src/flow/today.ts'

const ANNOUNCED: Today = {
  ...AS_USUAL,
  announcement: { until: '2026-12-04', words: { en: 'Closed.' } },
  off: ['bone'],
  holidays: ['2026-12-24'],
}

describe('npm run operate', () => {
  test.each<[string, readonly string[], string | undefined, Partial<Today>]>([
    [
      'announces in a language, beside the others, until the same day',
      ['announce', 'es', ' “Cerrado” '],
      undefined,
      { announcement: { until: '2026-12-04', words: { en: 'Closed.', es: '"Cerrado"' } } },
    ],
    [
      'announces until another day',
      ['announce', 'en', 'Open.'],
      '2026-12-05 17:00',
      { announcement: { until: '2026-12-05T17:00', words: { en: 'Open.' } } },
    ],
    ['takes the words of a language away', ['announce', 'en', ' '], undefined, { announcement: null }],
    ['switches topics off, each once', ['off', 'brain', 'bone'], undefined, { off: ['bone', 'brain'] }],
    ['switches a topic on', ['on', 'bone'], undefined, { off: [] }],
    ['closes', ['closed'], '2026-12-04', { people: { open: 'closed', until: '2026-12-04' } }],
    [
      'opens without an end, which the check refuses',
      ['open'],
      undefined,
      { people: { open: 'open', until: '' } },
    ],
    ['goes back to the hours', ['as-usual'], undefined, { people: { open: 'as-usual' } }],
    [
      'adds holidays in their order',
      ['holiday', '2027-01-01', '2026-12-23'],
      undefined,
      { holidays: ['2026-12-23', '2026-12-24', '2027-01-01'] },
    ],
    ['takes a holiday away', ['workday', '2026-12-24'], undefined, { holidays: [] }],
    [
      'sets a number as people write it',
      ['number', '+1 (216) 555-0142'],
      undefined,
      { number: '+12165550142' },
    ],
    ['sets no number', ['number', 'none'], undefined, { number: null }],
    ['clears one switch', ['clear', 'announcement'], undefined, { announcement: null }],
    ['clears all', ['clear'], undefined, AS_USUAL],
  ])('%s', (_case, command, until, left) => {
    expect(changeToday(ANNOUNCED, command, until)).toEqual({ ok: true, value: { ...ANNOUNCED, ...left } })
  })

  test.each([
    [['shut']],
    [['off']],
    [['closed', '2026-12-04']],
    [['announce', 'en']],
    [['clear', 'everything']],
    [['toString']],
  ])('does not understand %j', (command) => {
    expect(changeToday(ANNOUNCED, command, undefined).ok).toBe(false)
  })
})
