/** A turn as a text: a line a prompt, phone numbers that phones turn into links. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { renderText, writePhone, writeText } from '../../src/sms/render.ts'
import { fixtureLine } from '../support/fixture.ts'
import { act, at, text } from '../support/fixture-person.ts'

const texts = textsOf(fixtureLine)

describe('a reply', () => {
  test('is a line for each prompt, in its language', () => {
    expect(writeText(texts, act(text('العظام'), { ...at('main'), locale: 'ar' }))).toBe(
      'العظام\nقد يصل إلى العظام.\nأرسل المزيد أو القائمة.',
    )
  })

  test('may hold prompts in other languages', () => {
    const turn = act(text('bone'), at('main'))
    const prompts = [{ key: 'phrases:languageName', locale: 'ja' }, { key: 'phrases:languageName' }]
    expect(writeText(texts, { ...turn, prompts })).toBe('日本語\nEnglish')
  })

  test('is empty where nothing is expected of us', () => {
    const turn = act(text('bone'), at('main'))
    expect(writeText(texts, { ...turn, expects: { kind: 'nothing' } })).toBe('')
  })

  test('is one message, or none', () => {
    expect(renderText('Bones & more')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Bones &amp; more</Message></Response>',
    )
    expect(renderText('')).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>')
  })
})

test.each([
  ['+18005550101', 'US', '1-800-555-0101'],
  ['988', 'US', '988'],
  ['116123', 'GB', '116 123'],
  ['+448081570000', 'GB', '0808 157 0000'],
  ['+448081570000', 'US', '+44 808 157 0000'],
])('%s in %s is written "%s"', (phone, country, written) => {
  expect(writePhone({ phone, country })).toBe(written)
})
