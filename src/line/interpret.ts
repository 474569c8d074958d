/**
 * Interprets an event at a place as an intent: keys by the key map, words by the finder.
 *
 * @example
 * interpret(place, { kind: 'key', key: '1' }, false) // { intent: { kind: 'open', node: 'bone' } }
 */

import { type CarrierWish, carrierWish } from '../finder/carrier-words.ts'
import { countryNamed } from '../finder/country-named.ts'
import { type Found, find } from '../finder/find.ts'
import { agree, answerAt, NO, refuse } from './answer.ts'
import { chooseByWords, favoured } from './choose.ts'
import { intentForCommand } from './command-intent.ts'
import type { UserEvent } from './event.ts'
import { goodbyeIn } from './goodbye.ts'
import type { Intent, Interpretation } from './intent.ts'
import { inLanguageChosen, inLanguageOfConversation } from './language-heard.ts'
import { inLanguagesTold } from './languages-told.ts'
import { goesOn, partsAt } from './nodes/index.ts'
import { helpMeant } from './number-of-help.ts'
import { currentNode, inLocale, isSpoken, localesOffered, type Place } from './place.ts'
import { currentStep } from './position.ts'
import { readDigits, readKey } from './read-key.ts'
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
      return { intent: silenceAt(place) }
    case 'dialled':
      return { intent: { kind: 'connected', answered: event.answered } }
    case 'key':
      return { intent: readKey(place, event.key) }
    case 'machine':
      return { intent: { kind: 'machine' } }
    case 'speech':
    case 'text':
      return readWords(place, event, fresh)
  }
}

/**
 * After a part the line goes on by itself. After a miss it tells the part again: the key or the noise may have cut it short.
 */
function silenceAt(place: Place): Intent {
  if (hasMoreNumbers(place)) return { kind: 'go on' }
  if (!goesOn(place)) return { kind: 'silence' }
  return { kind: place.position.retries ? 'prompt' : 'go on' }
}

/**
 * A caller who asks for a person and then presses nothing hears each number before the call ends. After silence elsewhere, or after a call to
 * somebody, nobody may be there: silence counts.
 */
function hasMoreNumbers(place: Place): boolean {
  const { retries, calls } = place.position
  return (
    currentNode(place).kind === 'helplines' &&
    !retries &&
    !calls &&
    currentStep(place.position).part < partsAt(place)
  )
}

function readWords(place: Place, event: WordsEvent, fresh: boolean): Interpretation {
  const { line, position } = place
  const { kind, words } = event
  const goodbye = goodbyeIn(line.finder, words, position.locale)
  if (goodbye) return { intent: { kind: 'goodbye', locale: kind === 'speech' ? position.locale : goodbye } }
  const alarm = helpMeant(place, words)
  if (alarm) return { intent: { kind: 'unmatched' }, heard: { alarm, locale: position.locale } }
  const finding = inLanguagesTold(
    line,
    find(line.finder, words, position.locale, localesOffered(place)),
    position.locale,
  )
  const { found, otherLanguage, ...help } =
    kind === 'speech'
      ? inLanguageChosen(place, finding)
      : fresh
        ? finding
        : inLanguageOfConversation(place, finding)
  // A command to the letter goes before a number: "go on" is none.
  const spoken = 'written' in found ? undefined : readSpokenKey(place, words)
  if (spoken) {
    const there = kind === 'text' ? inLocale(place, spoken.locale) : place
    return { intent: readDigits(there, spoken.key, fresh) }
  }
  const named = 'written' in found ? undefined : countryNamed(line.finder, words)
  const where = named ? { country: named.country } : {}
  const set: Intent = { kind: 'country', locale: (fresh && named?.locale) || position.locale }
  if (named?.isAll) return { intent: set, ...where }
  // Speech is heard in the language of the call, and only there.
  if (otherLanguage && !named && kind === 'text')
    return { intent: { kind: 'other language', tag: otherLanguage }, ...help }
  if (event.kind === 'text') {
    const intent = intentOfText(place, found, event)
    // A machine's text may hold the words of a cry for help: it may quote a text of ours.
    if (intent) return intent.kind === 'machine' ? { intent } : { intent, ...help }
  }
  if (help.heard) return { intent: { kind: 'unmatched' }, ...help, ...where }
  if (named && asksNothing(found)) return { intent: set, ...where }
  const chosen = fresh ? undefined : chooseByWords(place, words)
  return chosen ? { intent: chosen } : { intent: intentFor(place, found, fresh), ...help, ...where }
}

/** Beside the country that somebody is in. */
function asksNothing({ kind }: Found): boolean {
  return kind === 'nothing' || kind === 'reply' || kind === 'yes'
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
      const agreed = wish === 'yes' && answerAt(place, true)
      if (agreed) return agreed
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
      if (place.context.channel === 'voice' && !isSpoken(place.line, found.to)) return { kind: 'unmatched' }
      return { kind: 'locale', locale: found.to }
    case 'node':
      return { ...found, kind: 'open', node: found.to }
    case 'command':
      return intentForCommand(place, found.to, found.locale)
    case 'reply':
      if (found.to === NO) return refuse(place, found.locale)
      return { kind: 'reply', reply: found.to, locale: found.locale }
    case 'yes':
      return agree(place, found.locale)
    case 'carrier':
      return spokenWish(place, found.wish)
    case 'stop':
      return refuse(place, found.locale)
    case 'start':
    case 'machine':
    case 'nothing':
      return { kind: 'unmatched' }
  }
}

/** A carrier's word that is said is an ordinary one: no carrier hears it. */
function spokenWish(place: Place, wish: CarrierWish): Intent {
  const { locale } = place.position
  switch (wish) {
    case 'yes':
      return agree(place, locale)
    case 'stop':
      return refuse(place, locale)
    case 'help':
      return { kind: 'open', node: place.line.person, locale }
    case 'start':
      return { kind: 'unmatched' }
  }
}
