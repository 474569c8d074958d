/**
 * Notes for the translator of a text: where it is heard or read, how long it may be, and which of its words stay as they are.
 *
 * @example
 * heardAt('nodes.bone.voice.signs', nodes) // 'Topic bone (21), by phone: part 2 of 4, "signs"'
 */
import type { FlowNode } from '../flow/node.ts'
import { allParts, CHANNELS } from '../lint/check.ts'
import { MOST_PART_SECONDS } from '../lint/seconds.ts'
import { MOST_SEGMENTS, mostCharacters } from '../sms/segments.ts'
import type { Unit } from './language.ts'

type Channel = (typeof CHANNELS)[number]
type Nodes = Readonly<Record<string, FlowNode>>

interface TextPlace {
  readonly channel: Channel | undefined
  readonly part?: { readonly name: string; readonly at: number; readonly of: number }
  readonly words: string
}

interface Longest {
  readonly unit: 'characters' | 'seconds'
  readonly most: number
}

const BY = { voice: 'by phone', sms: 'by text' } as const
const PLACES: Readonly<Record<string, string>> = {
  rules: 'The answer to the danger',
  warnings: 'What topics say of the danger',
  replies: 'What the line says of itself or to small talk',
  directory: 'Directory',
  pages: 'A page or the card',
  phrases: 'Around the topics',
}
const PLACEHOLDER = /(\{\{[^}]*\}\})/g

export function heardAt(key: string, nodes: Nodes): string {
  const [file = '', name = ''] = key.split('.')
  const { channel, part, words } = textPlace(key, nodes)
  const by = channel ? `, ${BY[channel]}` : ''
  if (file !== 'nodes') return `${PLACES[file]}${by}: ${words}`
  const node = nodes[name]
  const number = node && 'number' in node ? ` (${node.number})` : ''
  const where = part ? `part ${part.at} of ${part.of}, "${part.name}"` : words
  return `${node?.kind === 'topic' ? 'Topic' : 'Place'} ${name}${number}${by}: ${where}`
}

/** Where a text stands in its topic or file: its channel, its part of a topic, and otherwise the words of its key. */
export function textPlace(key: string, nodes: Nodes): TextPlace {
  const [file = '', name = '', ...rest] = key.split('.')
  const channel = [...rest, name].find(isChannel)
  const names = file === 'nodes' ? rest : [name, ...rest].filter((each) => each !== channel)
  const words = names.join(' ')
  const node = file === 'nodes' ? nodes[name] : undefined
  const part = rest[1]
  if (node?.kind !== 'topic' || !channel || part === undefined) return { channel, words }
  const parts = allParts(node, channel)
  return { channel, part: { name: part, at: parts.indexOf(part) + 1, of: parts.length }, words }
}

/** Of a part of a topic, of a rule and of a warning. Other texts share a turn; `npm run lines` measures it whole. */
export function longestOf({ key, source, text }: Pick<Unit, 'key' | 'source' | 'text'>): Longest | undefined {
  const [, channel] = /^(?:nodes|rules|warnings|replies)\.[^.]+\.(voice|sms)(?:\.|$)/.exec(key) ?? []
  if (!channel) return undefined
  return channel === 'voice'
    ? { unit: 'seconds', most: MOST_PART_SECONDS }
    : { unit: 'characters', most: mostCharacters(text ?? source, MOST_SEGMENTS) }
}

/** Everything in double braces, as often as it is there. */
export function placeholders(text: string): readonly string[] {
  return text.match(PLACEHOLDER) ?? []
}

/** The text in pieces: words and placeholders by turns, words first. */
export function piecesOf(text: string): readonly string[] {
  return text.split(PLACEHOLDER)
}

function isChannel(word: string): word is Channel {
  return CHANNELS.some((channel) => channel === word)
}
