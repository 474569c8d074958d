/**
 * What a topic costs its hearer and its sender: reading grade, seconds of each spoken part, segments of each text.
 *
 * @example
 * measureTopics(line) // [{ locale: 'en', node: 'bone', number: 21, grade: 3.2, seconds: [21, 26, 31], segments: [2, 2, 2, 2] }]
 */
import type { TopicNode } from '../flow/kinds/topic.ts'
import { type Line, textsOf } from '../line/line.ts'
import { nodeText } from '../line/place.ts'
import { readability } from '../locale/readability.ts'
import type { LocaleSettings } from '../locale/schema.ts'
import type { Texts } from '../locale/texts.ts'
import { countSegments } from '../sms/segments.ts'
import { secondsOf } from '../voice/seconds.ts'
import { allParts } from './facts.ts'

export interface TopicMeasure {
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

/** The reading grade of each topic, measured over all that it says and texts. */
export function gradeTopics(line: Line): readonly Pick<TopicMeasure, 'locale' | 'node' | 'grade'>[] {
  const texts = textsOf(line)
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    topicsOf(line).map(([slug, node]) => ({
      locale,
      node: slug,
      grade: gradeOf(texts, locale, settings, slug, node),
    })),
  )
}

export function measureTopics(line: Line): readonly TopicMeasure[] {
  const texts = textsOf(line)
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    topicsOf(line).map(([slug, node]) => {
      const spoken = wordsOf(texts, locale, slug, node, 'voice')
      const texted = wordsOf(texts, locale, slug, node, 'sms')
      return {
        locale,
        node: slug,
        number: node.number,
        grade: gradeOf(texts, locale, settings, slug, node),
        seconds: spoken.map((words) => Math.round(secondsOf(words, locale, settings.voice.wordsPerMinute))),
        segments: texted.map(countSegments),
      }
    }),
  )
}

/** The topics of a line by their numbers. */
export function topicsOf({ nodes }: Line): readonly (readonly [string, TopicNode])[] {
  return Object.entries(nodes)
    .flatMap(([slug, node]) => (node.kind === 'topic' ? [[slug, node] as const] : []))
    .sort(([, a], [, b]) => a.number - b.number)
}

/** The words of all parts of a topic on a channel, those of every country included. */
export function wordsOf(
  texts: Texts,
  locale: string,
  slug: string,
  node: TopicNode,
  channel: 'voice' | 'sms',
): readonly string[] {
  return allParts(node, channel).map((part) =>
    // Three digits stand for an emergency number.
    texts(
      locale,
      nodeText(slug, `${channel}.${part}`, { emergency: channel === 'voice' ? '0 0 0' : '000' }),
      () => '',
    ),
  )
}

function gradeOf(
  texts: Texts,
  locale: string,
  settings: LocaleSettings,
  slug: string,
  node: TopicNode,
): number | null {
  if (!settings.readability) return null
  const all = [...wordsOf(texts, locale, slug, node, 'voice'), ...wordsOf(texts, locale, slug, node, 'sms')]
  return readability(settings.readability.formula, locale, all.join(' ').replaceAll('|', ' '))
}
