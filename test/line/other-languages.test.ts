/** A text in a language that the line lacks is told so, in that language. */
import { describe, expect, test } from 'vitest'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import { act, at, counted, heard, locale, pathOf, read, say, sms, text } from '../support/fixture-person.ts'

const bone = at('main', 'bone')
const FRENCH = 'Je ne comprends pas le français. Langues : English, العربية, 日本語, Kreyòl. Urgence : 911.'

describe('a text in a language that the line lacks', () => {
  const turn = act(text("j'ai mal, que faire"), bone)

  test('is told so in that language, with the languages that it has and the emergency number', () => {
    expect(read(turn)).toEqual([FRENCH])
    expect(counted(turn)).toEqual(['message', 'other-language fr'])
  })

  test('changes neither the place nor the language of the conversation', () => {
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone`)
  })

  test('is told so as a first text, with nothing else', () => {
    expect(read(act(text("j'ai mal, que faire"), null))).toEqual([FRENCH])
  })

  test('names the emergency number of the country of its writer', () => {
    expect(read(act(text("j'ai mal, que faire"), bone, { ...sms, country: 'GB' }))[0]).toContain(
      'Urgence : 999.',
    )
  })

  test.each([
    ['its name alone', 'Français, please', 'français'],
    ['letters that no other language has', 'ça, garçon', 'français'],
    ['its script', 'मदद', 'हिंदी'],
    ['its script among other words', 'मेरी माँ को cancer', 'हिंदी'],
    ['letters of its own in a script that the line has', 'پدر چطور', 'زبان'],
    ['characters of its own in a script that the line has', '我没办法这样', '中文'],
  ])('is known by %s', (_by, words, known) => {
    expect(read(act(text(words), bone))[0]).toContain(known)
  })

  test('by phone is heard as the language of the call', () => {
    expect(heard(act(say("j'ai mal, que faire"), bone)).join()).not.toContain('Langues')
  })

  test('that may be a cry for help as well is told both', () => {
    const [first, second] = read(act(text("kill myself j'ai mal que faire mes"), bone))
    expect(first).toContain('988')
    expect(second).toBe(FRENCH)
  })
})

test.each([
  ['one word that might be a name', 'Mal'],
  ['a name with a letter of its own', 'my doctor is François'],
  ['words of the line around two of its own', 'je mal is what my bones say how many years do i have'],
  ['a language of the line', 'mwen gen'],
  ['characters that a language of the line has too', '骨転移'],
  ['one letter', 'ह'],
  ['a keyword', 'bone'],
])('%s is no other language', (_what, words) => {
  expect(read(act(text(words), bone)).join()).not.toMatch(/Langues|Lang:|زبان|中文|हिंदी/)
})

test('a language that gets a folder is no longer told so', () => {
  const withFrench = editFiles(
    fixtureFiles,
    ['flows/line.yaml', ['locales'], ['en', 'fr-CA']],
    ['flows/line.yaml', ['numbers'], []],
    ...Object.entries(fixtureFiles)
      .filter(([file]) => file.startsWith('locales/ht/'))
      .map(([file, words]) => [file.replace('/ht/', '/fr-CA/'), [], words] as const),
  )
  // Throws where an issue is an error.
  const opened = openFixture(withFrench)
  expect(read(act(text("j'ai mal, que faire"), bone, sms, opened), opened).join()).not.toContain('Langues')
})

test('a line without the file answers as before', () => {
  const opened = openFixture(editFiles(fixtureFiles, ['locales/other-languages.json', []]))
  expect(read(act(text("j'ai mal, que faire"), bone, sms, opened), opened).join()).not.toContain('Langues')
})
