/** A topic gives one of its parts. By phone its related topics are options after the last part, by text they are words. */

import type { FlowNode } from '../../flow/node.ts'
import type { TopicNode } from '../../flow/topic.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Channel, ChannelContext } from '../event.ts'
import { isOffered } from '../offered.ts'
import {
  currentSlug,
  emergency,
  languageAt,
  type NodeBehaviour,
  nodeText,
  type Option,
  option,
  optionTo,
  type Place,
  shortOption,
} from '../place.ts'
import { currentStep } from '../position.ts'
import { crisisAction, serviceFor, servicesNear, serviceText } from '../services.ts'
import type { Prompt } from '../turn.ts'
import { serviceLabel, textLine } from './helplines.ts'

/** In Latin, Arabic and Chinese writing; a bar is a pause of the voice. */
const FIRST_IS_QUESTION = /^[^.!|。]*[?؟？]/

export const topic: NodeBehaviour<TopicNode> = {
  parts: (node, place) => partsFor(node, place).length,
  options: (node, place) => {
    if (currentStep(place.position).part < partsFor(node, place).length) return []
    const related = place.context.channel === 'sms' ? [] : relatedTo(node, place)
    const topics = related.map((slug, index) => optionTo(index + 1, slug))
    const options = [...topics, ...helplineOptions(node, place, topics.length)]
    const told = options.map((option, index) => (index === 0 ? option : shortOption(option)))
    return [...told, ...helpedOptions(place, options.length)]
  },
  voice: (node, place) => [{ ...partText(node, place), isRead: true }],
  sms: (node, place) => [
    ...(currentStep(place.position).part === 1 ? [nodeText(currentSlug(place), 'title')] : []),
    partText(node, place),
    ...helplineText(node, place),
  ],
}

/** The names of a topic's parts for one channel: those for everyone, then those for one country. */
export function partNames(node: TopicNode, channel: Channel, country: string): readonly string[] {
  return [...node.parts[channel], ...(node.countries?.[country]?.[channel] ?? [])]
}

/** The number of a part by its name, or of the part that tells the same facts on this channel; else the first. */
export function partNumber(
  node: FlowNode | undefined,
  name: string,
  { channel, country }: Pick<ChannelContext, 'channel' | 'country'>,
): number {
  if (node?.kind !== 'topic') return 1
  const names = partNames(node, channel, country)
  const facts = node.facts.filter(({ voice, sms }) => [voice, sms].flat().includes(name))
  const same = [name, ...facts.flatMap((fact) => fact[channel])].map((each) => names.indexOf(each))
  return 1 + Math.max(0, same.find((at) => at >= 0) ?? 0)
}

/** The related topics that the language has. */
export function relatedTo({ related }: TopicNode, { line, position }: Place): readonly string[] {
  return related.filter((slug) => isOffered(line, position.locale, slug))
}

function partsFor(node: TopicNode, { context }: Place): readonly string[] {
  return partNames(node, context.channel, context.country)
}

/** An address of another country's call, or of an older line, may point past the end. */
function partName(node: TopicNode, place: Place): string {
  const names = partsFor(node, place)
  return names[Math.min(currentStep(place.position).part, names.length) - 1] as string
}

/** Whether the part that is told begins with a question, which a yes or no may answer. */
export function asksFirst(node: TopicNode, place: Place): boolean {
  const { resources } = place.line.locales[languageAt(place)] ?? {}
  const texts = resources?.nodes[currentSlug(place)]
  const spoken = texts && 'voice' in texts ? texts.voice : undefined
  return FIRST_IS_QUESTION.test(spoken?.[partName(node, place)] ?? '')
}

function partText(node: TopicNode, place: Place): Prompt {
  return nodeText(currentSlug(place), `${place.context.channel}.${partName(node, place)}`, {
    emergency: emergency(place),
    crisis: crisisAction(place),
  })
}

/** Whom to call about the topic, after the related topics: there the caller can be connected. */
function helplineOptions({ helpline }: TopicNode, place: Place, before: number): readonly Option[] {
  const service = helpline && place.context.channel === 'voice' && serviceFor(place, helpline.kinds)
  if (!service) return []
  const intent = { kind: 'helpline', service: servicesNear(place).indexOf(service) } as const
  return [option(before + 1, serviceLabel(service, place), serviceText(service, place, 'name'), intent)]
}

function helplineText(node: TopicNode, place: Place): readonly Prompt[] {
  if (node.helpline?.sms !== partName(node, place)) return []
  const service = serviceFor(place, node.helpline.kinds)
  return service ? [textLine(service, place)] : []
}

/** "Was this what you needed?", after the related topics: yes and no have the keys that are free there. */
function helpedOptions({ line, position }: Place, before: number): readonly Option[] {
  if (!line.settings.askIfItHelped || position.asked) return []
  return (['yes', 'no'] as const).map((answer, index) => {
    const key = before + index + 1
    const label = phrase(`helped.${answer}`)
    const sms = phrase('sms.option', { key, title: label })
    const intent = { kind: 'helped', helped: answer === 'yes' } as const
    return {
      key: String(key),
      intent,
      label,
      voice: phrase(answer === 'yes' ? 'helped.ask' : 'voice.shortOption', { label, key }),
      sms,
    }
  })
}
