/** The sources of the topic that the person comes from: publishers and years, a few at a time. */
import type { NodeOf } from '../../flow/node.ts'
import type { Publication } from '../../flow/sources.ts'
import type { TopicNode } from '../../flow/topic.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { languageOf } from '../offered.ts'
import { type NodeBehaviour, nodeText, type Place, toldIn } from '../place.ts'
import { currentStep } from '../position.ts'
import type { Prompt } from '../turn.ts'

/** As many as fit into three segments of a text in any language, and into a spoken part. */
const SOURCES_A_PART = 3

export const sources: NodeBehaviour<NodeOf<'sources'>> = {
  parts: (_node, place) => Math.max(1, Math.ceil(namesFrom(place).length / SOURCES_A_PART)),
  voice: (_node, place) => promptsFor(place),
  sms: (_node, place) => promptsFor(place),
}

/** The last topic of the trail; undefined where the trail has none. */
export function lastTopic({ line, position }: Place): { slug: string; node: TopicNode } | undefined {
  for (const { node: slug } of position.trail.toReversed()) {
    const node = line.nodes[slug]
    if (node?.kind === 'topic') return { slug, node }
  }
  return undefined
}

/** The publisher, with the year of a page that says how old it is: what is one clip where it is recorded. */
export function publisherNamed(source: Publication): string {
  const year = yearOf(source)
  return year && !isOnlyRead(source) ? `${source.publisher}, ${year}` : source.publisher
}

function promptsFor(place: Place): readonly Prompt[] {
  const { part } = currentStep(place.position)
  const page = namesFrom(place).slice((part - 1) * SOURCES_A_PART, part * SOURCES_A_PART)
  const topic = lastTopic(place)
  if (!topic) return [phrase('sources.none')]
  // Within one sentence there is one voice: the title of a topic that the language lacks is in the source language.
  const locale = languageOf(place.line, place.position.locale, topic.slug)
  const intro = part === 1 ? [phrase('sources.intro', { title: nodeText(topic.slug, 'title') })] : []
  return [...toldIn(locale, place, intro), ...page]
}

/** Publishers with their years, each once, in the order in which the topic's facts name them. */
function namesFrom(place: Place): readonly Wording[] {
  const facts = lastTopic(place)?.node.facts ?? []
  const ids = new Set(facts.flatMap((fact) => fact.sources))
  const names = [...ids].flatMap((id) => {
    const source = place.line.sources[id]
    return source ? [nameOf(source)] : []
  })
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()]
}

/** Of a page that does not say how old it is, the year in which it was read. */
function nameOf(source: Publication): Wording {
  const name = publisherNamed(source)
  const year = yearOf(source)
  return year && isOnlyRead(source)
    ? phrase('sources.read', { publisher: name, year })
    : phrase('sources.one', { name })
}

function yearOf({ date }: Publication): string | undefined {
  return /\d{4}/.exec(date)?.[0]
}

function isOnlyRead({ date }: Publication): boolean {
  return date.startsWith('read')
}
