/** What the finder looks things up in gives what the plain ways would give, and keeps nothing of what was looked up. */
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { buildIndex, SCORE_STEP } from '../../src/finder/build-index.ts'
import { contentWords } from '../../src/finder/content-words.ts'
import { find } from '../../src/finder/find.ts'
import { openFinder } from '../../src/finder/finder.ts'
import { blankOut, matchPatterns, matchWhole } from '../../src/finder/match-patterns.ts'
import { openPatterns } from '../../src/finder/open-patterns.ts'
import { pack, unpack } from '../../src/finder/packed.ts'
import { packPatterns } from '../../src/finder/pattern.ts'
import { createScores } from '../../src/finder/scores.ts'
import { openIndex, search } from '../../src/finder/search.ts'
import { openSequences, packSequences, sequencesIn } from '../../src/finder/sequences.ts'
import { isSlip } from '../../src/finder/slip.ts'
import { buildVocabulary, hear, openVocabulary } from '../../src/finder/vocabulary.ts'
import { line } from '../support/line.ts'

/** Few letters, so that words are often near one another. */
const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'e', 'n', 'o', 's', 't'),
  minLength: 1,
  maxLength: 11,
})

test('numbers are unpacked as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (numbers) => {
      expect([...unpack(JSON.parse(JSON.stringify(pack(numbers))))]).toEqual(numbers)
    }),
  )
})

test('a slip is a letter more, less or other, or two neighbours that changed places', () => {
  const swaps = (text: string) =>
    [...text].map((_, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isSlip(a, b)).toBe(distance(a, b) <= 1 || swaps(a).includes(b))
      for (const swapped of swaps(a)) expect(isSlip(a, swapped)).toBe(true)
    }),
  )
})

test('a sequence is found wherever it stands, and nowhere else', () => {
  const texts = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')))
  fc.assert(
    fc.property(texts, fc.array(word, { maxLength: 12 }), (known, said) => {
      const { numberOf, data } = buildVocabulary([])
      const packed = packSequences(known, numberOf)
      const vocabulary = openVocabulary(data())
      const sequences = openSequences(packed, vocabulary.written.length)
      const found = sequencesIn(sequences, hear(vocabulary, said).words)
      const expected = known.flatMap((text, sequence) => {
        const { length } = text.split(' ')
        return said.flatMap((_, start) =>
          said.slice(start, start + length).join(' ') === text && start + length <= said.length
            ? [{ sequence, start, length }]
            : [],
        )
      })
      expect(new Set(found)).toEqual(new Set(expected))
    }),
  )
})

test('words mean what they mean to MiniSearch: known ones, beginnings and near spellings', () => {
  const entry = fc.record({
    keywords: fc.array(word, { maxLength: 4 }),
    phrases: fc.array(word, { maxLength: 6 }),
    prose: fc.array(word, { maxLength: 12 }),
  })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), word, (texts, asked) => {
      const { sounds, index } = buildIndex(
        texts.map((text, node) => ({ ...text, locale: 'en', node: String(node) })),
      )
      const vocabulary = openVocabulary(buildVocabulary(sounds).data())
      const scores = texts.map(() => 0)
      const message = hear(vocabulary, [asked])
      search(openIndex(index, sounds), message, new Uint8Array(), (found, score) => {
        scores[found] = score
      })
      const expected = inMiniSearch(texts, message.soundTexts[0] as string)
      for (const [node, score] of scores.entries())
        expect(Math.abs(score - (expected.get(node) ?? 0))).toBeLessThan(40 * SCORE_STEP)
    }),
  )
})

function inMiniSearch(texts: readonly Record<string, readonly string[]>[], sound: string) {
  const library = new MiniSearch({
    fields: ['keywords', 'phrases', 'prose'],
    tokenize: contentWords,
    processTerm: (term) => term,
  })
  library.addAll(
    texts.map(({ keywords = [], phrases = [], prose = [] }, id) => ({
      id,
      keywords: keywords.join(' '),
      phrases: phrases.join(' '),
      prose: prose.join(' '),
    })),
  )
  const isKnown = texts.some((text) => Object.values(text).flat().flatMap(contentWords).includes(sound))
  const results = library.search(sound, {
    tokenize: (text) => [text],
    boost: { keywords: 1, phrases: 1, prose: 0.1 },
    weights: { fuzzy: 0.6, prefix: 0.25 },
    bm25: { k: 1.2, b: 0.6, d: 0.5 },
    prefix: sound.length >= 4,
    fuzzy: isKnown || sound.length < 4 ? false : 0.25,
  })
  return new Map(results.map(({ id, score }) => [Number(id), score]))
}

describe('patterns', () => {
  const { numberOf, data } = buildVocabulary([])
  const packed = packPatterns(
    { crisis: ['{want|wants} to die'], emergency: ['breathe', '{cannot|can not} swallow'] },
    numberOf,
  )
  const vocabulary = openVocabulary(data())
  const patterns = openPatterns(packed, vocabulary)
  const heard = (words: string) => hear(vocabulary, words.split(' '))

  test.each([
    ['she wants to just die', ['crisis']],
    ['she wants to just not die', []],
    ['she can now not swallow', ['emergency']],
    ['she cannot swalow', ['emergency']],
    ['cannto swallow or breath', ['emergency']],
    ['breathe', ['emergency']],
    ['wants', []],
  ])('"%s": %j', (words, tags) => {
    expect(matchPatterns(patterns, heard(words))).toEqual(tags)
  })

  test('are the whole message to the letter, or are not', () => {
    expect(matchWhole(patterns, heard('can not swallow'))).toBe('emergency')
    expect(matchWhole(patterns, heard('kan not swallow'))).toBeUndefined()
    expect(matchWhole(patterns, heard('can not swallow now'))).toBeUndefined()
  })

  test('are blanked out word next to word', () => {
    const message = heard('i want to die and want to not die')
    expect(blankOut(patterns, message).written.join(' ')).toBe('i    and want to not die')
  })
})

test('scores are added up, the best come first, and all are forgotten', () => {
  const scores = createScores(3)
  scores.raise(0, 1, 2)
  scores.raise(0, 0, 3)
  scores.add(0, 1, 1)
  scores.add(2, 1, 5)
  scores.add(1, 0, 0)
  expect(scores.best(2)).toEqual([
    { node: 2, locale: 1, score: 5 },
    { node: 0, locale: 0, score: 4 },
  ])
  scores.forget()
  expect(scores.best(2)).toEqual([])
})

test('nothing is kept of what people say', () => {
  const finder = openFinder(line.lexicon)
  find(line.lexicon, 'my name is Rosalindo Quetzalveira and my skinn is yelow', 'en')
  expect(openFinder(line.lexicon)).toBe(finder)
  expect([...finder.vocabulary.numbers.keys()].some((known) => known.startsWith('rosalin'))).toBe(false)
  expect(finder.index.sums.every((sum) => sum === 0)).toBe(true)
  expect(finder.index.words.every((words) => words === 0)).toBe(true)
  expect(finder.index.last.every((last) => last === 0)).toBe(true)
  expect(finder.scores.best(1)).toEqual([])
})

test('a message at which something fails half way changes nothing for the next', () => {
  const { index, vocabulary, scores, background } = openFinder(line.lexicon)
  const asked = 'my bones hurt at night'
  const before = find(line.lexicon, asked, 'en')
  const other = hear(vocabulary, 'trouble breathing and a cough'.split(' '))
  const fail = () => {
    throw new Error('A planted mistake')
  }
  expect(() => search(index, other, background, fail)).toThrow('A planted mistake')
  scores.add(0, 0, 1000)
  expect(find(line.lexicon, asked, 'en')).toEqual(before)
})
