/**
 * Interprets an event at a place as an intent: keys by the key map, words by the finder.
 *
 * @example
 * interpret(place, { kind: 'key', key: '1' }, false) // { intent: { kind: 'open', node: 'bone' } }
 */

import { type Finding, type Found, find } from '../finder/find.ts'
import type { Command } from '../locale/schema.ts'
import { chooseByWords, favoured } from './choose.ts'
import type { UserEvent } from './event.ts'
import { goodbyeIn } from './goodbye.ts'
import type { Intent, Interpretation } from './intent.ts'
import { KEYS } from './keys.ts'
import { optionsAt } from './nodes/index.ts'
import { currentNode, inLocale, localesOffered, type Place } from './place.ts'
import { hasAskedForTime, MORE_TIME_KEY } from './reprompt.ts'
import { readSpokenKey } from './spoken-key.ts'

type WordsEvent = Extract<UserEvent, { readonly words: string }>

/** `fresh`: no earlier position of a texter is known, so a lone digit cannot be an option. */
export function interpret(place: Place, event: UserEvent, fresh: boolean): Interpretation {
  switch (event.kind) {
    case 'arrival':
      return { intent: { kind: 'prompt' } }
    case 'media':
      return { intent: { kind: 'media' } }
    case 'silence':
      return { intent: { kind: 'silence' } }
    case 'dialled':
      return { intent: { kind: 'connected', answered: event.answered } }
    case 'key':
      return { intent: readKey(place, event.key) }
    case 'speech':
    case 'text':
      return readWords(place, event, fresh)
  }
}

function readWords(place: Place, { kind, words }: WordsEvent, fresh: boolean): Interpretation {
  const { line, position } = place
  const goodbye = goodbyeIn(line.finder, words, position.locale)
  if (goodbye) return { intent: { kind: 'goodbye', locale: kind === 'speech' ? position.locale : goodbye } }
  const finding = find(line.finder, words, position.locale)
  const { found, ...help } = kind === 'speech' ? inLanguageChosen(place, finding) : finding
  if (help.heard) return { intent: intentFor(place, found, fresh), ...help }
  const spoken = found.kind === 'command' ? undefined : readSpokenKey(place, words)
  if (spoken) {
    const there = kind === 'text' ? inLocale(place, spoken.locale) : place
    return { intent: readDigits(there, spoken.key, fresh) }
  }
  const chosen = fresh ? undefined : chooseByWords(place, words)
  return chosen ? { intent: chosen } : { intent: intentFor(place, found, fresh), ...help }
}

/**
 * Speech recognition listens in the language of the call, so a match with words of another language is chance, and a caller
 * would go on in a language that they may not speak. A text may be in any language, and so may the first words of a call.
 */
function inLanguageChosen(place: Place, finding: Finding): Finding {
  const { locale, trail } = place.position
  const isFirst = trail.length === 1 && locale === localesOffered(place)[0]
  if (isFirst && currentNode(place).kind === 'languages') return finding
  const { found, heard } = finding
  return {
    ...finding,
    found: 'locale' in found ? { ...found, locale } : found,
    ...(heard ? { heard: { ...heard, locale } } : {}),
  }
}

function readKey(place: Place, keys: string): Intent {
  if (currentNode(place).kind === 'number' && /^[0-9]{2}$/.test(keys)) {
    const node = place.line.finder.numbers.get(keys)
    return node ? { kind: 'open', node } : { kind: 'wrong key', key: keys }
  }
  // A provider that ignores numDigits may send several keys; the first is the one meant for this step.
  const key = keys.slice(0, 1)
  if (key === MORE_TIME_KEY && hasAskedForTime(place.position)) return { kind: 'more time' }
  const chosen = optionsAt(place).find((option) => option.key === key)
  if (chosen) return chosen.intent
  switch (key) {
    case KEYS.person:
      return { kind: 'open', node: place.line.person }
    case KEYS.number:
      // By text, the number itself is sent.
      return place.context.channel === 'voice'
        ? { kind: 'open', node: place.line.number }
        : { kind: 'wrong key', key }
    case KEYS.again:
      return { kind: 'prompt' }
    case KEYS.ways:
      return { kind: 'open', node: place.line.ways }
    case KEYS.back:
      return { kind: 'back' }
    case KEYS.next:
      return { kind: 'next' }
    default:
      return { kind: 'wrong key', key }
  }
}

function intentFor(place: Place, found: Found, fresh: boolean): Intent {
  switch (found.kind) {
    case 'carrier':
      return place.context.channel === 'sms' ? { kind: 'carrier' } : { kind: 'unmatched' }
    case 'stop':
      return place.context.channel === 'sms' ? { kind: 'stop', locale: found.locale } : { kind: 'unmatched' }
    case 'guesses': {
      const likely = favoured(place, found.nodes)
      return likely
        ? { kind: 'open', node: likely, locale: found.locale }
        : { kind: 'guess', among: found.nodes, locale: found.locale }
    }
    case 'digits':
      return readDigits(place, found.digits, fresh)
    case 'locale':
      return { kind: 'locale', locale: found.to }
    case 'node':
      return { kind: 'open', node: found.to, locale: found.locale }
    case 'command':
      return intentForCommand(place, found.to, found.locale)
    case 'nothing':
      return { kind: 'unmatched' }
  }
}

function readDigits(place: Place, digits: string, fresh: boolean): Intent {
  const { locale } = place.position
  const node = place.line.finder.numbers.get(digits)
  if (node) return { kind: 'open', node, locale }
  if (fresh && digits !== KEYS.person) return { kind: 'main' }
  // Two digits are the number of a topic, not two keys.
  return digits.length > 1 ? { kind: 'wrong key', key: digits } : readKey(place, digits)
}

function intentForCommand(place: Place, command: Command, locale: string): Intent {
  const { line } = place
  switch (command) {
    case 'more':
      return { kind: 'next' }
    case 'menu':
      return { kind: 'main', locale }
    case 'person':
      return { kind: 'open', node: line.person, locale }
    case 'back':
      return { kind: 'back' }
    case 'again':
      return { kind: 'prompt' }
    case 'slower':
      return { kind: 'pace', pace: 'slow' }
    case 'faster':
      return { kind: 'pace', pace: 'normal' }
    case 'source':
      return { kind: 'open', node: line.sourcesNode, locale }
    case 'languages':
      return currentNode(place).kind === 'languages' ? { kind: 'prompt' } : { kind: 'open', node: line.start }
    case 'thanks':
    case 'goodbye':
      return { kind: command, locale }
  }
}
