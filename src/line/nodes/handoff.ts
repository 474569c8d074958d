/** A handoff announces that it connects. `openNode` leads here only while a person can be called. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import type { NodeBehaviour } from '../place.ts'

export const handoff: NodeBehaviour<NodeOf<'handoff'>> = {
  parts: () => 1,
  options: () => [],
  voice: (_node, { line }) => [phrase('handoff.connecting', { name: line.settings.name })],
  sms: (_node, { line }) => [phrase('handoff.connecting', { name: line.settings.name })],
}
