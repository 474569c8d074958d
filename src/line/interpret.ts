/**
 * Interprets an event at a place as an intent: keys by the key map, words by the finder.
 *
 * @example
 * interpret(place, { kind: 'key', key: '1' }, false) // { intent: { kind: 'open', node: 'bone' } }
 */

import { carrierWish } from '../finder/carrier-words.ts'
import { type Finding, type Found, find } from '../finder/find.ts'
import type { Command } from '../locale/schema.ts'
import { chooseByWords, favoured } from './choose.ts'
import type { UserEvent } from './event.ts'
import type { Intent, Interpretation } from './intent.ts'
import { KEYS } from './keys.ts'
import { optionsAt } from './nodes/index.ts'
import { currentNode, localesOffered, type Place } from './place.ts'
import { hasAskedForTime, MORE_TIME_KEY } from './reprompt.ts'

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
    case 'machine':
      return { intent: { kind: 'machine' } }
    case 'speech':
    case 'text': {
      const finding = find(place.line.finder, event.words, place.position.locale)
      const { found, ...help } = event.kind === 'speech' ? inLanguageChosen(place, finding) : finding
      if (event.kind === 'text') {
        const intent = intentOfText(place, found, event)
        // What a machine writes may have the words of a cry for help, in a quotation of ours for one.
        if (intent) return intent.kind === 'machine' ? { intent } : { intent, ...help }
      }
      const chosen = fresh || help.heard ? undefined : chooseByWords(place, event.words)
      return chosen ? { intent: chosen } : { intent: intentFor(place, found, fresh), ...help }
    }
  }
}

/** What only a text can mean. */
function intentOfText(
  place: Place,
  found: Found,
  { words, carrier }: Extract<UserEvent, { kind: 'text' }>,
): Intent | null {
  switch (found.kind) {
    case 'machine':
      return { kind: 'machine' }
    case 'stop':
    case 'start':
      return { kind: found.kind, locale: found.locale }
    case 'carrier': {
      const { wish, locale } = found
      const agreed = wish === 'yes' && optionsAt(place).find(({ intent }) => intent.kind === 'agree')
      if (agreed) return agreed.intent
      if (isAnsweredByCarrier(words, carrier)) return { kind: 'carrier', wish }
      return { kind: wish === 'yes' ? 'start' : wish, locale }
    }
    default:
      return null
  }
}

/** The carrier knows its words only without anything around them; at a toll-free number it does not know YES. */
function isAnsweredByCarrier(words: string, carrier: 'none' | 'toll-free' | undefined): boolean {
  const wish = carrierWish(words.trim().toLowerCase())
  return wish !== undefined && carrier !== 'none' && !(carrier === 'toll-free' && wish === 'yes')
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
    case 'carrier':
    case 'stop':
    case 'start':
    case 'machine':
    case 'nothing':
      return { kind: 'unmatched' }
  }
}

function readDigits(place: Place, digits: string, fresh: boolean): Intent {
  const node = place.line.finder.numbers.get(digits)
  if (node) return { kind: 'open', node }
  if (fresh && digits !== KEYS.person) return { kind: 'main' }
  const intent = readKey(place, digits)
  return intent.kind === 'wrong key' ? { kind: 'unmatched' } : intent
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
      return { kind: 'thanks', locale }
  }
}
