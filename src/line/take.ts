/**
 * The core: one event at one position gives one turn. Pure, and the same for calls, texts, the simulator and tests.
 *
 * @example
 * take(line, position, { kind: 'key', key: '1' }, { channel: 'voice', country: 'US', staffed: false, called: null })
 */
import { phrase } from '../locale/phrases.ts'
import { stayAfterAlarm } from './after-alarm.ts'
import { alarmPrompt, possibleCrisisPrompt } from './alarm.ts'
import { applyIntent } from './apply-intent.ts'
import type { Channel, ChannelContext, UserEvent } from './event.ts'
import type { Intent, Interpretation } from './intent.ts'
import { interpret } from './interpret.ts'
import type { Line } from './line.ts'
import { optionsAt } from './nodes/index.ts'
import { withoutOff } from './off-today.ts'
import { partTallies } from './part-tallies.ts'
import {
  currentNode,
  currentSlug,
  emergency,
  inLocale,
  localesOffered,
  type Place,
  placeAt,
} from './place.ts'
import { currentStep, type Position, positionAt } from './position.ts'
import {
  announcementPrompts,
  expectAnswer,
  fullPrompts,
  keysPrompts,
  onwardPrompts,
  otherLanguagePrompt,
  saysItGoesOn,
  shortPrompts,
  uncheckedPrompts,
  welcomePrompts,
} from './prompts.ts'
import { hasAskedForTime } from './reprompt.ts'
import { type Tally, tally } from './tally.ts'
import type { Transition } from './transition.ts'
import type { Prompt, Turn } from './turn.ts'

const promptsFor: Record<Transition['prompt'], (place: Place) => readonly Prompt[]> = {
  welcome: welcomePrompts,
  full: fullPrompts,
  onward: onwardPrompts,
  short: shortPrompts,
  keys: keysPrompts,
  none: () => [],
}

/** A silent answer, and one that names the emergency number itself. */
const HAS_NO_SAFETY: readonly Intent['kind'][] = ['carrier', 'machine', 'help', 'country', 'other language']

/** An answer to a wish, or a goodbye, stands alone. */
const HAS_NO_NEWS: readonly Intent['kind'][] = [...HAS_NO_SAFETY, 'stop', 'start', 'goodbye']

/** `position` is null for a call that arrives, and for a text of which no earlier position is known. */
export function take(line: Line, position: Position | null, event: UserEvent, context: ChannelContext): Turn {
  const before = placeAt(line, noticeDelay(position ?? firstPosition(line, context), event), context)
  const { channel } = context
  const isFirst = position === null
  const interpretation = interpret(before, event, isFirst)
  const { heard, despair, offer, country } = interpretation
  const place = country ? placeAt(line, { ...before.position, country }, context) : before
  // A cry is answered even at the end of a call that is too long: the next step ends it.
  const intent: Intent = context.isOverlong && !heard ? { kind: 'overlong' } : interpretation.intent
  const answer = heard
    ? stayAfterAlarm(inLocale(place, heard.locale), heard)
    : withoutOff(place, applyIntent(place, intent))
  const transition = isFirst && !heard ? greet(place, answer, intent) : answer
  const asked = wasAsked(place, intent, transition) ? ({ asked: true } as const) : {}
  const there = { ...place, position: { ...transition.position, ...asked }, prompt: transition.prompt }
  // Such an answer has named the emergency number, and tells nothing that could be taken for advice.
  const isHelpAlone = currentNode(there).kind === 'helplines' || heard
  const isNews = isFirst && channel === 'sms' && !HAS_NO_NEWS.includes(intent.kind) && !tellsDanger(there)
  return {
    prompts: [
      ...(isNews && !heard && !despair ? announcementPrompts(there) : []),
      ...(heard ? [alarmPrompt(there, heard)] : []),
      // Danger may have been heard by chance, or in words of two languages.
      ...(heard && intent.kind === 'other language' ? [otherLanguagePrompt(there, intent.tag)] : []),
      // By phone a key cuts off what comes last; a text is read to its end.
      ...(despair && channel === 'voice' ? [possibleCrisisPrompt(there)] : []),
      // Help has named the number already.
      ...(country && !heard ? [countryPrompt(there, country)] : []),
      ...transition.preamble,
      ...promptsFor[transition.prompt](there),
      ...(offer ? [languageOffer(line, offer)] : []),
      ...(despair && channel === 'sms' ? [possibleCrisisPrompt(there)] : []),
      ...(isFirst && channel === 'sms' && intent.kind !== 'machine' ? uncheckedPrompts(there) : []),
      ...(isFirst && channel === 'sms' && !HAS_NO_SAFETY.includes(intent.kind) && !isHelpAlone
        ? [safetyPrompt(there)]
        : []),
    ],
    expects: transition.expects ?? expectAnswer(there),
    position: saysItGoesOn(there, transition.prompt) ? { ...there.position, told: true } : there.position,
    tallies: [
      ...arrivalTally(channel, isFirst),
      ...alarmTallies(interpretation),
      ...transition.tallies,
      ...partTallies(place, event, intent, there),
    ],
  }
}

/** A topic of danger comes before all else. */
function tellsDanger(place: Place): boolean {
  const node = currentNode(place)
  return node.kind === 'topic' && node.always === true
}

/** Below a later part, which answers a question and has less room, the number alone. */
function safetyPrompt(place: Place): Prompt {
  const key = currentStep(place.position).part === 1 ? 'sms.safety' : 'sms.emergencyLine'
  return phrase(key, { emergency: emergency(place) })
}

/** A call begins with the choice of language where there is one; a text begins at the main menu, to be read by its words. */
function firstPosition(line: Line, context: ChannelContext): Position {
  const offered = localesOffered({ line, context })
  const node = context.channel === 'voice' && offered.length > 1 ? line.start : line.main
  return positionAt(node, offered[0] as string)
}

/** A caller who answers that question needs more time: a relay or a communication aid takes a minute for every turn. */
function noticeDelay(position: Position, { kind }: UserEvent): Position {
  const isLate = hasAskedForTime(position) && (kind === 'key' || kind === 'speech')
  return isLate ? { ...position, wait: 'long' } : position
}

/** Whether it helped is asked until it is answered, or the person goes elsewhere. */
function wasAsked(place: Place, { kind }: Intent, { position }: Transition): boolean {
  const isAsked = optionsAt(place).some(({ intent }) => intent.kind === 'helped')
  return isAsked && (kind === 'helped' || currentSlug({ ...place, position }) !== currentSlug(place))
}

function countryPrompt(place: Place, country: string): Prompt {
  const values = { country: { key: `countries:${country}` }, emergency: emergency(place) }
  return phrase(`${place.context.channel}.country`, values)
}

/** In the language that is offered. */
function languageOffer({ locales }: Line, locale: string): Prompt {
  return { ...phrase('sms.offerLanguage', { word: locales[locale]?.commands.language[0] ?? locale }), locale }
}

/** The first turn: a call in a single language is welcomed; a text that matched nothing gets the main menu. */
function greet(place: Place, transition: Transition, { kind }: Intent): Transition {
  const atMain = currentSlug({ ...place, position: transition.position }) === place.line.main
  if (place.context.channel === 'voice') return atMain ? { ...transition, prompt: 'welcome' } : transition
  if (kind !== 'unmatched' && kind !== 'main' && kind !== 'locale') return transition
  const { expects: _, ...rest } = transition
  return { ...rest, preamble: [phrase('sms.greeting', { name: place.line.settings.name })], prompt: 'full' }
}

/** A call is counted when it comes in; of texts, each one. */
function arrivalTally(channel: Channel, isFirst: boolean): readonly Tally[] {
  if (channel === 'sms') return [tally('message')]
  return isFirst ? [tally('call')] : []
}

function alarmTallies({ heard, despair }: Interpretation): readonly Tally[] {
  return [...(heard ? [tally(heard.alarm)] : []), ...(despair ? [tally('crisis-offered')] : [])]
}
