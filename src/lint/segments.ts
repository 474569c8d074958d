/**
 * No reply is longer than three segments, counted as it is sent: with title and footer, on a first contact also with
 * the safety line, and in every country of the directory, since their emergency numbers differ in length.
 */
import type { Line } from '../line/line.ts'
import { partsAt } from '../line/nodes/index.ts'
import { atPart, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import { writeText } from '../sms/render.ts'
import { countSegments, fitsPlainly } from '../sms/segments.ts'
import { type Check, type CompiledDraft, nodeTexts } from './check.ts'

const MOST_SEGMENTS = 3

/** A word that no line has a topic for. */
const NO_WORD = 'qqqq'

export const checkSegments: Check<CompiledDraft> = function* ({ draft, line, texts }) {
  for (const { locale, slug, issue } of nodeTexts(draft)) {
    const tooLong = new Map<number, number>()
    for (const { part, turn } of replies(line, locale, slug)) {
      const text = writeText(texts, turn)
      if (tooLong.has(part) || fitsPlainly(text, MOST_SEGMENTS)) continue
      const segments = countSegments(text)
      if (segments > MOST_SEGMENTS) tooLong.set(part, segments)
    }
    for (const [part, segments] of tooLong)
      yield issue(
        'too-long-text',
        ['sms'],
        `Text ${part} of "${slug}" is ${segments} segments as it is sent; the most is ${MOST_SEGMENTS}. Shorten it.`,
      )
  }
}

/** Every reply that names a node: each part of it, for each country; its first part also as a first contact. */
function* replies(line: Line, locale: string, slug: string) {
  // A first contact is answered in the first language of the line.
  const inLocaleOnly = { ...line, settings: { ...line.settings, locales: [locale], numbers: [] } }
  const wordsToNode = [...line.finder.numbers, [NO_WORD, line.main], ['0', line.helplines]].flatMap(
    ([words, to]) => (words !== undefined && to === slug ? [words] : []),
  )
  for (const country of Object.keys(line.directory)) {
    const context = { channel: 'sms', country, staffed: false, called: null } as const
    const place = { line, position: positionAt(slug, locale), context }
    for (let part = 1; part <= partsAt(place); part += 1)
      yield { part, turn: take(line, atPart(place.position, part), { kind: 'arrival' }, context) }
    for (const words of wordsToNode)
      yield { part: 1, turn: take(inLocaleOnly, null, { kind: 'text', words }, context) }
  }
}
