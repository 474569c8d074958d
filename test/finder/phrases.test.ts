/** Known phrases are found in a message wherever they stand, and nowhere else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexPhrases, phrasesIn } from '../../src/finder/phrase-index.ts'
import { word } from './words.ts'

test('a phrase is found where its words stand next to one another', () => {
  const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(phrases, fc.array(word, { maxLength: 12 }), (known, said) => {
      const texts = known.map((words) => words.join(' '))
      const found = phrasesIn(indexPhrases(texts.map((text, index) => [text, index])), said)
      const expected = known.flatMap(({ length }, index) =>
        said.flatMap((_, start) =>
          start + length <= said.length && said.slice(start, start + length).join(' ') === texts[index]
            ? [{ meaning: index, start, length }]
            : [],
        ),
      )
      expect(
        new Set(
          found.flatMap(({ meanings, ...place }) => meanings.map((meaning) => ({ meaning, ...place }))),
        ),
      ).toEqual(new Set(expected))
    }),
  )
})
