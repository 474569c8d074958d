/**
 * Offers the nodes that words may mean; their slugs travel in the position. So is a topic offered that the language lacks: in the source
 * language, and said so.
 *
 * @example
 * // "What do you mean? Bones, press 1. Spine, press 2. …"
 * // "Nou gen sijè sa a an anglè sèlman. Pou tande l an anglè, peze 1. …"
 */
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { isOffered, languageOf } from '../offered.ts'
import { type NodeBehaviour, type Option, option, optionTo, type Place } from '../place.ts'
import { currentStep } from '../position.ts'
import type { Prompt } from '../turn.ts'

export const guess: NodeBehaviour<NodeOf<'guess'>> = {
  options: (_node, place) => {
    const among = amongAt(place)
    return among.map((slug, index) => {
      if (isOffered(place.line, place.position.locale, slug)) return optionTo(index + 1, slug)
      return among.length === 1 ? offerOf(slug) : titleOf(place, slug, index + 1)
    })
  },
  voice: (_node, place) => ask(place),
  sms: (_node, place) => ask(place),
}

function amongAt({ position }: Place): readonly string[] {
  return currentStep(position).among ?? []
}

function ask(place: Place): readonly Prompt[] {
  const { line, position } = place
  const among = amongAt(place)
  const missing = among.filter((slug) => !isOffered(line, position.locale, slug))
  const language = phrase('untranslated.language')
  if (missing.length === 0) return [phrase('guess.ask')]
  if (missing.length === 1 && among.length === 1) return [phrase('untranslated.topic', { language })]
  return [phrase('guess.ask'), phrase('untranslated.some', { language })]
}

/** To hear the one topic. */
function offerOf(topic: string): Option {
  const language = phrase('untranslated.language')
  const [label, title] = [
    phrase('untranslated.hear', { language }),
    phrase('untranslated.read', { language }),
  ]
  return option(1, label, title, { kind: 'agree', topic })
}

/** One of several, under its name in the source language. */
function titleOf({ line, position }: Place, topic: string, key: number): Option {
  const locale = languageOf(line, position.locale, topic)
  const { voice, sms, ...rest } = optionTo(key, topic)
  return { ...rest, intent: { kind: 'agree', topic }, voice: { ...voice, locale }, sms: { ...sms, locale } }
}
