/** The registration packet: what the line knows is filled in, what only the operator knows is a blank. */
import { expect, test } from 'vitest'
import { type PacketFacts, writePacket } from '../../src/doctor/packet.ts'

const FACTS: PacketFacts = {
  name: 'Lake Line',
  number: '+12165550100',
  publicUrl: 'https://line.example.org',
  locale: 'en',
  languages: ['en', 'es'],
  operator: 'Harbor Cancer Center',
  texts: {
    samples: ['Bones\nNew pain is the most common sign.', 'Short', 'Hospice\nCare that comes to your home.'],
    words: ['BONE', 'HOSPICE', 'HER2', 'DOS PALABRAS'],
    start: 'Lake Line will answer your texts.',
    help: 'Lake Line: automatic texts. STOP: no more texts.',
    stop: 'Lake Line will not text you again.',
    hasLinks: false,
  },
}

test('the fields have the texts of the line, its number and its addresses', () => {
  const packet = writePacket(FACTS)
  for (const text of [
    '**Sample message 1**\n\n> Bones\n> New pain is the most common sign.\n\n**Sample message 2**\n\n> Hospice',
    '**Privacy policy**\n\n> https://line.example.org/en/privacy\n\n**Terms and conditions**\n\n> https://line.example.org/en/terms',
    '**Opt-in keywords**\n\n> START, BONE, HOSPICE, HER2\n',
    '> Lake Line will not text you again.',
    '**Toll-free number**\n\n> +12165550100',
    'It answers in English and Spanish. It is run by Harbor Cancer Center.',
  ])
    expect(packet).toContain(text)
})

test('without a number and an address there are blanks', () => {
  const packet = writePacket({ ...FACTS, number: null, publicUrl: null })
  expect(packet).toContain('**Privacy policy**\n\n> ______')
  expect(packet).toContain('They read the number (______)')
  expect(packet).not.toMatch(/null|undefined/)
})

test('a text that is longer than the form takes is said', () => {
  const packet = writePacket({ ...FACTS, texts: { ...FACTS.texts, help: 'a'.repeat(400) } })
  expect(packet).toMatch(/\*\*Help message.*\*\* \(400 characters; the form takes 320: shorten it\)/)
})

test('keywords end where the form is full', () => {
  const words = Array.from({ length: 80 }, (_, index) => `WORD${index}`)
  const [, keywords = ''] =
    /\*\*Opt-in keywords\*\*\n\n> (.*)/.exec(writePacket({ ...FACTS, texts: { ...FACTS.texts, words } })) ??
    []
  expect(keywords.length).toBeLessThanOrEqual(255)
  expect(keywords).toMatch(/^START, WORD0, .*WORD\d+$/)
})
