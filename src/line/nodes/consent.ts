/** A consent announces a sensitive topic and asks; the topic follows only where the person agrees. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { isOffered } from '../offered.ts'
import { currentSlug, type NodeBehaviour, nodeText } from '../place.ts'

const HEAR = 1

export const consent: NodeBehaviour<NodeOf<'consent'>> = {
  options: (node, place) => [
    {
      key: String(HEAR),
      intent: { kind: 'agree', topic: node.before },
      // A language that lacks the topic has its consent.
      label: nodeText(
        isOffered(place.line, place.position.locale, node.before) ? node.before : currentSlug(place),
        'label',
      ),
      voice: phrase('consent.hear', { key: HEAR }),
      sms: phrase('consent.read', {
        key: HEAR,
        menu: place.line.locales[place.position.locale]?.commands.menu[0] ?? '',
      }),
    },
  ],
  voice: (_node, place) => [nodeText(currentSlug(place), 'voice.ask')],
  sms: (_node, place) => [nodeText(currentSlug(place), 'sms.ask')],
}
