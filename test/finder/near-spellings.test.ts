/** Words point to the entries to which they point in MiniSearch: known ones, beginnings and near spellings. */
import fc from 'fast-check'
import MiniSearch from 'minisearch'
import SearchableMap from 'minisearch/SearchableMap'
import { expect, test } from 'vitest'
import { buildPostings } from '../../src/finder/postings.ts'
import { search } from '../../src/finder/search.ts'
import { tokenize } from '../../src/finder/tokens.ts'
import { line } from '../support/line.ts'
import { word } from './words.ts'

const document = fc.record({
  keywords: fc.array(word, { maxLength: 4 }),
  phrases: fc.array(word, { maxLength: 6 }),
  prose: fc.array(word, { maxLength: 12 }),
})
type Document = typeof document extends fc.Arbitrary<infer T> ? T : never

const phoneticKeys = (text: string) => tokenize(text).map(({ key }) => key)

test('any word scores as in MiniSearch', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), word, (documents, asked) => {
      const entries = documents.map((_, node) => ({ locale: 'en', node: String(node) }))
      const postings = SearchableMap.fromObject(
        buildPostings(documents.map((texts, node) => ({ ...texts, locale: 'en', node: String(node) }))),
      )
      const found = search({ entries, postings, functionWords: new Set() }, tokenize(asked))
      const scores = new Map(found.map(([{ node }, score]) => [node, score]))
      const expected = inMiniSearch(documents, phoneticKeys(asked)[0] ?? '')
      for (const { node } of entries)
        expect(Math.abs((scores.get(node) ?? 0) - (expected.get(node) ?? 0))).toBeLessThan(0.04)
    }),
  )
})

function inMiniSearch(documents: readonly Document[], key: string): ReadonlyMap<string, number> {
  const library = new MiniSearch({
    fields: ['keywords', 'phrases', 'prose'],
    tokenize: phoneticKeys,
    processTerm: (term) => term,
  })
  const texts = documents.map(({ keywords, phrases, prose }, id) => ({
    id,
    keywords: keywords.join(' '),
    phrases: phrases.join(' '),
    prose: prose.join(' '),
  }))
  library.addAll(texts)
  const isKnown = documents.some((texts) => Object.values(texts).flat().flatMap(phoneticKeys).includes(key))
  const results = library.search(key, {
    tokenize: (text) => [text],
    boost: { keywords: 1, phrases: 1, prose: 0.1 },
    weights: { fuzzy: 0.6, prefix: 0.25 },
    bm25: { k: 1.2, b: 0.6, d: 0.5 },
    prefix: key.length >= 4,
    fuzzy: isKnown || key.length < 4 ? false : 0.25,
  })
  return new Map(results.map(({ id, score }) => [String(id), score]))
}

test('words that say nothing of what is asked are left out', () => {
  expect(search(line.finder.index, tokenize('my he please'))).toEqual([])
})
