/** Pauses, numbers and lengths of what is spoken. */
import { describe, expect, test } from 'vitest'
import { phoneGroups } from '../../src/locale/phone-groups.ts'
import { secondsOf, secondsUntilSaid } from '../../src/voice/seconds.ts'
import { speakPhone, toSpeech } from '../../src/voice/speech.ts'

describe('what is spoken', () => {
  test('pauses at breaths, after sentences, and longest at the end (IVR-03: 500 ms or more after an option)', () => {
    expect(toSpeech('Bones, | press 1.', 'en', 'normal')).toEqual([
      { words: 'Bones,', pause: 300 },
      { words: 'press 1.', pause: 600 },
    ])
    expect(toSpeech('Take your time. I wait. | Yes.', 'en', 'normal').map(({ pause }) => pause)).toEqual([
      400, 400, 600,
    ])
  })

  test('pauses at least twice as long at the slower pace', () => {
    const normal = toSpeech('¿Le duele? | Dígalo. Ahora.', 'es', 'normal')
    const slow = toSpeech('¿Le duele? | Dígalo. Ahora.', 'es', 'slow')
    slow.forEach(({ pause, words }, index) => {
      expect(pause).toBeGreaterThanOrEqual(2 * (normal[index]?.pause ?? 0))
      expect(words).toBe(normal[index]?.words)
    })
  })

  test('takes as long as its words and pauses', () => {
    expect(secondsOf('one two three four five', 'en', 150)).toBeCloseTo(2 + 0.6)
    expect(secondsOf('one | two', 'en', 60)).toBeCloseTo(2 + 0.9)
  })

  test('has been said when its last word has, whatever silence follows', () => {
    expect(secondsUntilSaid('one | two', 'en', 60)).toBeCloseTo(2 + 0.3)
  })
})

describe('a telephone number', () => {
  test.each([
    ['+18002272345', 'US', '1 800 227 2345', '1 | 8 0 0 | 2 2 7 | 2 3 4 5'],
    ['988', 'US', '988', '9 8 8'],
    ['85258', 'GB', '85258', '8 5 2 5 8'],
    ['116123', 'GB', '116 123', '1 1 6 | 1 2 3'],
    ['+448088080000', 'GB', '0808 808 0000', '0 8 0 8 | 8 0 8 | 0 0 0 0'],
    ['+34900100036', 'ES', '900 100 036', '9 0 0 | 1 0 0 | 0 3 6'],
    ['+34900100036', 'US', '+34 900 100 036', '3 4 | 9 0 0 | 1 0 0 | 0 3 6'],
  ])('%s in %s is written "%s" and spoken digit by digit in groups', (phone, country, written, spoken) => {
    expect(phoneGroups({ phone, country }).join(' ')).toBe(written)
    expect(speakPhone({ phone, country })).toBe(spoken)
  })
})
