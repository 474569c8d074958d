/**
 * No reply is longer than three segments, counted as it is really sent: with title and footer, and on a first contact
 * with the safety line; in every country of the directory, since their emergency numbers differ in length.
 */
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import type { Input } from '../line/input.ts'
import { partsAt } from '../line/kinds/index.ts'
import { type Line, textsOf } from '../line/line.ts'
import { atPart, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import type { Turn } from '../line/turn.ts'
import { writeText } from '../sms/render.ts'
import { countSegments, fitsPlainly } from '../sms/segments.ts'
import { textPlace } from './text-place.ts'

const MOST_SEGMENTS = 3

export function checkSegments(line: Line, files: Files): readonly Issue[] {
  const texts = textsOf(line)
  const issues = new Map<string, Issue>()
  const counted = new Set<string>()
  for (const locale of Object.keys(line.locales)) {
    for (const { node, part, turn } of replies(line, locale)) {
      const text = writeText(texts, turn)
      if (fitsPlainly(text, MOST_SEGMENTS) || counted.has(text)) continue
      counted.add(text)
      const segments = countSegments(text)
      const key = `${locale} ${node} ${part}`
      if (segments <= MOST_SEGMENTS || issues.has(key)) continue
      const message = `Text ${part} of "${node}" is ${segments} segments as it is sent; the most is ${MOST_SEGMENTS}. Shorten it.`
      issues.set(key, {
        code: 'too-long-text',
        severity: 'error',
        ...textPlace(files, locale, node, ['sms']),
        locale,
        node,
        message,
      })
    }
  }
  return [...issues.values()]
}

/** What no line has a topic for. */
const NO_WORD = 'qqqq'

interface Reply {
  readonly node: string
  readonly part: number
  readonly turn: Turn
}

/** Every reply that names a node: each part of it, for each country; its first part also as a first contact. */
function* replies(line: Line, locale: string): Generator<Reply> {
  for (const country of Object.keys(line.directory)) {
    const around = { channel: 'sms', country, staffed: false, called: null } as const
    const again: Input = { ...around, kind: 'arrival' }
    for (const node of Object.keys(line.nodes)) {
      const place = { line, position: positionAt(node, locale), around }
      for (let part = 1; part <= partsAt(place); part += 1)
        yield { node, part, turn: take(line, atPart(place.position, part), again) }
    }
    const words = Object.entries({
      ...Object.fromEntries(line.finder.numbers),
      [NO_WORD]: line.main,
      '0': line.helplines,
    })
    for (const [word, node] of words)
      yield { node, part: 1, turn: firstContact(line, locale, { ...around, kind: 'text', words: word }) }
  }
}

/** The reply to somebody who has not texted before, with the languages of the line turned so that theirs comes first. */
function firstContact(line: Line, locale: string, input: Input): Turn {
  return take({ ...line, settings: { ...line.settings, locales: [locale], numbers: [] } }, null, input)
}
