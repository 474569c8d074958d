/** The behaviour of every kind of node. A kind that is missing here does not compile. */
import type { FlowNode, NodeKind, NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import {
  currentNode,
  languageAt,
  type NodeBehaviour,
  nodeText,
  type Option,
  type Place,
  toldIn,
} from '../place.ts'
import { currentStep } from '../position.ts'
import type { Prompt } from '../turn.ts'
import { consent } from './consent.ts'
import { guess } from './guess.ts'
import { helplines } from './helplines.ts'
import { languages } from './languages.ts'
import { menu } from './menu.ts'
import { sources } from './sources.ts'
import { topic } from './topic.ts'
import { ways } from './ways.ts'

const nodeKinds = {
  menu,
  topic,
  consent,
  languages,
  helplines,
  ways,
  sources,
  // Announces that it connects. `openNode` leads here only while a person can be called.
  handoff: {
    voice: (_node, { line }) => [phrase('handoff.connecting', { name: line.settings.name })],
    sms: (_node, { line }) => [phrase('handoff.connecting', { name: line.settings.name })],
  },
  // Asks for the two digits of a topic, one at a time, so that 0 and * work at once. By text nobody needs to be asked: digits lead to their topic from anywhere.
  number: {
    voice: (_node, { position }) => {
      const { digit } = currentStep(position)
      return [digit ? phrase('voice.secondDigit', { digit }) : phrase('voice.enterNumber')]
    },
    sms: () => [nodeText('number', 'title')],
  },
  guess,
} satisfies {
  readonly [K in NodeKind]: NodeBehaviour<NodeOf<K>>
}

/** The number of parts at a place. */
export function partsAt(place: Place): number {
  return kindAt(place).parts?.(currentNode(place), place) ?? 1
}

/**
 * Whether the line goes on to the next part by itself when nobody presses or says anything. After danger it does not: silence
 * counts there.
 */
export function goesOn(place: Place): boolean {
  const { context, position } = place
  if (currentNode(place).kind !== 'topic' || context.channel !== 'voice') return false
  return currentStep(position).part < partsAt(place) && position.retries?.reason !== 'silence'
}

/** The options at a place. */
export function optionsAt(place: Place): readonly Option[] {
  return kindAt(place).options?.(currentNode(place), place) ?? []
}

/** The prompts of the node at a place, before its options; in the source language where the person's own lacks it. */
export function promptsAt(place: Place): readonly Prompt[] {
  const locale = languageAt(place)
  const told = { ...place, position: { ...place.position, locale } }
  return toldIn(locale, place, kindAt(place)[place.context.channel](currentNode(place), told))
}

/** The table pairs each kind with its own nodes; TypeScript cannot follow that pairing through a lookup. */
function kindAt(place: Place): NodeBehaviour<FlowNode> {
  return nodeKinds[currentNode(place).kind] as NodeBehaviour<FlowNode>
}
