/** Number asks for the two digits of a topic; a text needs no asking, since its digits are read as they are. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { type NodeBehaviour, nodeText } from '../place.ts'

export const number: NodeBehaviour<NodeOf<'number'>> = {
  parts: () => 1,
  options: () => [],
  voice: () => [phrase('voice.enterNumber')],
  sms: () => [nodeText('number', 'title')],
}
