/**
 * No reply is longer than three segments, counted as it is sent: with title and footer, on a first contact also with
 * the safety line, and in every country of the directory, since their emergency numbers differ in length. Where only the name of
 * the line makes replies too long, that is one issue, at the name.
 */
import type { Issue } from '../authored/issue.ts'
import type { Line } from '../line/line.ts'
import { partsAt } from '../line/nodes/index.ts'
import { isOffered } from '../line/offered.ts'
import { atPart, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import type { Texts } from '../locale/texts.ts'
import { writeText } from '../sms/render.ts'
import { countSegments, fits, MOST_SEGMENTS, ucs2Letters } from '../sms/segments.ts'
import { type Check, type CompiledDraft, nodeTexts } from './check.ts'
import { listLetters } from './encoding.ts'
import { type NamedText, nameIssue } from './name.ts'

/** Letters in one message. */
const MOST_NAMED = 4
/** A word that no line has a topic for. */
const NO_WORD = 'qqqq'
const ANY_NUMBER = '+15555550100'

export const checkSegments: Check<CompiledDraft> = function* ({ draft, line, texts }) {
  const { name } = line.settings
  const byName: NamedText[] = []
  for (const { locale, slug, issue } of nodeTexts(draft)) {
    const tooLong = new Map<number, Issue>()
    const lines = slug === line.helplines ? withAndWithoutPeople(line) : [line]
    for (const reply of lines.flatMap((each) => [...replies(each, texts, locale, slug)])) {
      const { part, write } = reply
      if (tooLong.has(part) || fits(write(name))) continue
      if (fits(write('A'))) byName.push(reply)
      else {
        const text = write(name)
        const message = `Text ${part} of "${slug}" is ${countSegments(text)} segments as it is sent; the most is ${MOST_SEGMENTS}, which is ${room(text)}. Shorten it.`
        tooLong.set(part, issue('too-long-text', ['sms'], message))
      }
    }
    yield* tooLong.values()
  }
  if (byName.length > 0) yield nameIssue(draft.flow.settings, byName)
}

/** Of a text with many letters that the GSM alphabet lacks, they are those of its language. */
function room(text: string): string {
  const letters = ucs2Letters(text)
  if (letters.length === 0) return '459 characters'
  const more = letters.length > MOST_NAMED ? ' and others' : ''
  return `201 characters with ${listLetters(letters.slice(0, MOST_NAMED))}${more}, and 459 without`
}

/** HANDOFF_NUMBER may add a line to the helplines after the build, and each of them comes in another text then. */
function withAndWithoutPeople(line: Line): readonly Line[] {
  const { handoff } = line.settings
  if (handoff.number) return [line]
  return [line, { ...line, settings: { ...line.settings, handoff: { ...handoff, number: ANY_NUMBER } } }]
}

/** Every reply that names a node: each part of it, for each country; its first part also as a first contact. */
function* replies(line: Line, texts: Texts, locale: string, slug: string): Generator<NamedText> {
  const { settings } = line
  // A first contact is answered in the first language of the line.
  const inLocaleOnly = { ...settings, locales: [locale], numbers: [] }
  // The offer of a topic that the language lacks is the same for each.
  const [lacked] = [...line.finder.numbers].filter(([, to]) => !isOffered(line, locale, to))
  const offered = lacked ? [[lacked[0], line.guess]] : []
  const wordsToNode = [
    ...line.finder.numbers,
    ...offered,
    [NO_WORD, line.main],
    ['0', line.helplines],
  ].flatMap(([words, to]) => (words !== undefined && to === slug ? [words] : []))
  for (const country of Object.keys(line.directory)) {
    const context = { channel: 'sms', country, staffed: true, called: null } as const
    const position = positionAt(slug, locale)
    const parts = partsAt({ line, position, context })
    for (let part = 1; part <= parts; part += 1)
      yield {
        ...{ locale, slug, part },
        write: (name) =>
          writeText(
            texts,
            take(
              { ...line, settings: { ...settings, name } },
              atPart(position, part),
              { kind: 'arrival' },
              context,
            ),
          ),
      }
    for (const words of wordsToNode)
      yield {
        ...{ locale, slug, part: 1 },
        write: (name) =>
          writeText(
            texts,
            take({ ...line, settings: { ...inLocaleOnly, name } }, null, { kind: 'text', words }, context),
          ),
      }
  }
}
