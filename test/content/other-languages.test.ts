/** On the real line: languages that it lacks are known, and its own are not taken for them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { otherLanguageOf } from '../../src/finder/other-language.ts'
import { placeholdersIn } from '../../src/lint/check.ts'
import { files, line, locales } from '../support/line.ts'
import { root } from '../support/root.ts'

/** `language<TAB>text`; `-` for a message that is in none of them. */
const lines = readFileSync(join(root, 'test/finding/other-languages.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
const written = (name: string, locale: string) =>
  Object.entries(JSON.parse(String(files[`locales/${locale}/${name}.json`])) as Record<string, string[]>)

describe('a language that the line lacks', () => {
  test('is known by nine in ten of the messages in it', () => {
    const foreign = lines.filter(([language]) => language !== '-')
    const known = foreign.filter(
      ([language, words = '']) => find(line.finder, words, 'en').otherLanguage === language,
    )
    expect(foreign.length).toBeGreaterThan(200)
    expect(known.length / foreign.length).toBeGreaterThan(0.9)
  })

  test('is not seen in names, medicines, Spanglish and words that everybody borrows', () => {
    const ordinary = lines.filter(([language]) => language === '-').map(([, words = '']) => words)
    const taken = ordinary.filter((words) => otherLanguageOf(line.finder, words))
    expect(taken.length / ordinary.length).toBeLessThan(0.03)
  })

  test.each(locales)('is seen in none of the messages that people send in %s', (locale) => {
    const ordinary = [...written('examples', locale), ...written('cries', locale)].flatMap(
      ([label, texts]) => (label === 'command:languages' ? [] : texts),
    )
    const taken = ordinary.filter((words) => otherLanguageOf(line.finder, words))
    expect(taken.length / ordinary.length).toBeLessThan(0.001)
  })

  // Those that the line has are kept: it may be silent in them (src/line/tell-reviewed.ts).
  test.each(Object.entries(line.otherLanguages))('is answered in itself: %s', (_tag, sentence) => {
    expect(placeholdersIn(sentence)).toEqual(['emergency', 'languages'])
  })
})

test('the most spoken languages are among them', () => {
  for (const tag of [
    'zh',
    'hi',
    'ar',
    'bn',
    'fr',
    'ru',
    'pt',
    'ur',
    'id',
    'de',
    'ja',
    'mr',
    'te',
    'tr',
    'ta',
    'vi',
    'ko',
    'fil',
    'sw',
    'fa',
    'it',
    'pa',
    'ht',
  ])
    expect(Object.keys(line.otherLanguages)).toContain(tag)
})
