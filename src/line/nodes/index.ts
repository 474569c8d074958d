/** The behaviour of every kind of node. A kind that is missing here does not compile. */
import type { NodeKind, NodeOf } from '../../flow/node.ts'
import { currentNode, type NodeBehaviour, type Option, type Place } from '../place.ts'
import type { Prompt } from '../turn.ts'
import { consent } from './consent.ts'
import { guess } from './guess.ts'
import { handoff } from './handoff.ts'
import { helplines } from './helplines.ts'
import { languages } from './languages.ts'
import { menu } from './menu.ts'
import { number } from './number.ts'
import { sources } from './sources.ts'
import { topic } from './topic.ts'
import { ways } from './ways.ts'

const nodeKinds = {
  menu,
  topic,
  consent,
  languages,
  handoff,
  helplines,
  ways,
  number,
  sources,
  guess,
} satisfies {
  readonly [K in NodeKind]: NodeBehaviour<NodeOf<K>>
}

/** The number of parts at a place. */
export function partsAt(place: Place): number {
  return kindAt(place).parts(currentNode(place), place)
}

/** The options at a place. */
export function optionsAt(place: Place): readonly Option[] {
  return kindAt(place).options(currentNode(place), place)
}

/** The prompts of the node at a place, before its options. */
export function promptsAt(place: Place): readonly Prompt[] {
  return kindAt(place)[place.context.channel](currentNode(place), place)
}

/** The table pairs each kind with its own nodes; TypeScript cannot follow that pairing through a lookup. */
function kindAt(place: Place): NodeBehaviour<ReturnType<typeof currentNode>> {
  return nodeKinds[currentNode(place).kind] as NodeBehaviour<ReturnType<typeof currentNode>>
}
