/**
 * What a topic costs its hearer and its sender: reading grade, seconds of each spoken part, segments of each text.
 *
 * @example
 * measureTopics(line) // [{ locale: 'en', node: 'bone', number: 21, grade: 3.2, seconds: [21, 26, 31], segments: [2, 2, 2, 2] }]
 */
import type { TopicNode } from '../flow/topic.ts'
import { type Line, textsOf } from '../line/line.ts'
import { isOffered } from '../line/offered.ts'
import { nodeText } from '../line/place.ts'
import { type Formula, readability } from '../locale/readability.ts'
import type { Texts } from '../locale/texts.ts'
import { countSegments } from '../sms/segments.ts'
import { secondsOf } from '../voice/seconds.ts'
import { spokenLanguage } from '../voice/spoken-language.ts'
import { allParts, CHANNELS } from './check.ts'

interface TopicMeasure {
  readonly locale: string
  readonly node: string
  readonly number: number
  /** By the formula of the locale; null where the language has none. */
  readonly grade: number | null
  /** Of each spoken part, whole seconds at normal pace. */
  readonly seconds: readonly number[]
  /** Of each text by itself, without title, footer or safety line. */
  readonly segments: readonly number[]
}

export function measureTopics(line: Line): readonly TopicMeasure[] {
  const texts = textsOf(line)
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    topicsOf(line, locale).map(([slug, node]) => ({
      locale,
      node: slug,
      number: node.number,
      grade: settings.readability
        ? topicGrade(texts, locale, settings.readability.formula, slug, node)
        : null,
      seconds: partTexts(texts, locale, slug, node, 'voice').map(({ words }) =>
        Math.round(secondsOf(words, spokenLanguage(line, locale))),
      ),
      segments: partTexts(texts, locale, slug, node, 'sms').map(({ words }) => countSegments(words)),
    })),
  )
}

/** The topics that a language of the line has, by their numbers. */
export function topicsOf(
  line: Pick<Line, 'settings' | 'nodes' | 'main' | 'guards' | 'locales'>,
  locale: string,
): readonly (readonly [string, TopicNode])[] {
  return Object.entries(line.nodes)
    .flatMap(([slug, node]) =>
      node.kind === 'topic' && isOffered(line, locale, slug) ? [[slug, node] as const] : [],
    )
    .sort(([, a], [, b]) => a.number - b.number)
}

/** All parts of a topic on a channel with their words, those of every country included. */
export function partTexts(
  texts: Texts,
  locale: string,
  slug: string,
  node: TopicNode,
  channel: 'voice' | 'sms',
): readonly { readonly part: string; readonly words: string }[] {
  // Three digits stand for an emergency number.
  const emergency = channel === 'voice' ? '0 0 0' : '000'
  return allParts(node, channel).map((part) => ({
    part,
    words: texts(locale, nodeText(slug, `${channel}.${part}`, { emergency }), () => ''),
  }))
}

/** The reading grade of a topic, over all that it says and texts. */
export function topicGrade(
  texts: Texts,
  locale: string,
  formula: Formula,
  slug: string,
  node: TopicNode,
): number {
  const all = CHANNELS.flatMap((channel) =>
    partTexts(texts, locale, slug, node, channel).map(({ words }) => words),
  )
  return readability(formula, locale, all.join(' ').replaceAll('|', ' '))
}
