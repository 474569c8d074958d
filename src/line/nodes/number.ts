/** Asks for the two digits of a topic. By text nobody needs to be asked: digits lead to their topic from anywhere. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { type NodeBehaviour, nodeText } from '../place.ts'

export const number: NodeBehaviour<NodeOf<'number'>> = {
  parts: () => 1,
  options: () => [],
  voice: () => [phrase('voice.enterNumber')],
  sms: () => [nodeText('number', 'title')],
}
