/**
 * The parts of a topic as its page shows them: their words, and the clips from which they are played where they are recorded.
 *
 * @example
 * textsOfParts(page, 'bone', node, 'voice') // [{ name: 'where', text: 'The bones are one of the places …' }, …]
 */

import type { TopicNode } from '../../flow/topic.ts'
import type { Channel } from '../../line/event.ts'
import { promptsAt } from '../../line/nodes/index.ts'
import { partNames } from '../../line/nodes/topic.ts'
import { atPart, positionAt } from '../../line/position.ts'
import { mainPlace } from '../../line/prepare.ts'
import type { Prompt } from '../../line/turn.ts'
import { CLIP_TYPE } from '../../locale/clips.ts'
import { clipsPlayed } from '../../voice/clips-played.ts'
import { withoutBreaths } from '../../voice/speech.ts'
import type { PageContext } from './site.ts'

interface PartText {
  readonly name: string
  readonly text: string
  /** Where all its words are recorded, as `topic.js` plays them. */
  readonly clips?: readonly PageClip[]
}

/** One clip, and the milliseconds of silence after it. */
export interface PageClip {
  readonly url: string
  readonly seconds: number
  readonly pause: number
}

/** What is spoken, and what only texts tell. */
export function partsInFull(
  { facts }: TopicNode,
  spoken: readonly PartText[],
  texted: readonly PartText[],
): readonly PartText[] {
  // A text whose facts are all in what is spoken says nothing more.
  const told = new Set([...spoken.map(({ name }) => name), ...facts.flatMap(({ sms }) => sms)])
  return [...spoken, ...texted.filter(({ name }) => !told.has(name))]
}

export function textsOfParts(
  { line, texts, locale, words }: PageContext,
  slug: string,
  node: TopicNode,
  channel: Channel,
): readonly PartText[] {
  const { country } = line.settings
  const { played } = line.locales[locale] ?? {}
  const clipsOf = (prompt: Prompt) =>
    clipsPlayed(line, texts, prompt.locale ?? locale, prompt)?.map(({ name, seconds, pause }) => ({
      url: `${played?.at}${name}${CLIP_TYPE}`,
      seconds,
      pause,
    }))
  const place = mainPlace(line, channel, locale, country)
  return partNames(node, channel, country).map((name, index) => {
    const position = atPart(positionAt(slug, locale), index + 1)
    const prompt = promptsAt({ ...place, position }).at(-1)
    if (!prompt) return { name, text: '' }
    const clips = channel === 'voice' ? clipsOf(prompt) : undefined
    return { name, text: withoutBreaths(words(prompt)), ...(clips ? { clips } : {}) }
  })
}
