/** Every fact of the five articles of the content brief, as a reader listed them, is told by a topic, or left out with a reason. */
import { expect, test } from 'vitest'
import { line } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

const ARTICLES = {
  kour2025: 105,
  mandal2023: 42,
  breastcancerorg2025: 136,
  healthline: 87,
  metastasis2015: 26,
}
const LEFT_OUT = 'left out: '

/** `article<TAB>fact<TAB>topic.fact-id`, or `left out: topic.fact-id`. */
const rows = readTsv('content/article-facts')

test('each article is listed whole', () => {
  const listed = Object.keys(ARTICLES).map((article) => [
    article,
    rows.filter(([of]) => of === article).length,
  ])
  expect(Object.fromEntries(listed)).toEqual(ARTICLES)
  expect(rows.length).toBe(396)
})

// Whether the parts that are named for a fact hold its words, is a lint: src/lint/facts.ts.
test('each fact is told, or left out, by a topic that cites the article', () => {
  expect(rows.filter(([article = '', , to = '']) => !isAccountedFor(article, to))).toEqual([])
})

function isAccountedFor(article: string, to: string): boolean {
  const isLeftOut = to.startsWith(LEFT_OUT)
  const [slug = '', id] = (isLeftOut ? to.slice(LEFT_OUT.length) : to).split('.')
  const topic = line.nodes[slug]
  if (topic?.kind !== 'topic') return false
  const facts = isLeftOut ? (topic.leftOut ?? []) : topic.facts
  return facts.some((fact) => fact.id === id && fact.sources.includes(article))
}
