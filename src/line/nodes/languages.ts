/** The languages of the number that was called, each offered in itself by its own voice. */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { localesOffered, type NodeBehaviour, nodeText, type Option, type Place } from '../place.ts'

export const languages: NodeBehaviour<NodeOf<'languages'>> = {
  options: (_node, place) => localesOffered(place).map((locale, index) => offer(place, locale, index + 1)),
  voice: (_node, place) =>
    // A call opens with the name of the line; one that comes back here to change language knows it already.
    place.position.trail.length === 1 ? [phrase('voice.answering', { name: place.line.settings.name })] : [],
  sms: () => [nodeText('languages', 'title')],
}

function offer({ line }: Place, locale: string, key: number): Option {
  const name = { key: 'phrases:languageName' }
  return {
    key: String(key),
    intent: { kind: 'locale', locale },
    label: name,
    voice: { ...phrase('voice.language', { key }), locale },
    sms: phrase('sms.option', { key, title: line.locales[locale]?.settings.name ?? locale }),
  }
}
