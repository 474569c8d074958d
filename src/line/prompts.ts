/**
 * The prompts of a place: those of its node, its options, and its keys or its footer. The keys that work everywhere are told whole
 * once, then in one short line, and whole again after a miss ("tapered prompts", W3C COGA).
 *
 * @example
 * welcomePrompts(place) // "In an emergency, hang up and call 9 1 1. Urgent signs, bones, press 1. … This is Plainline. …"
 * fullPrompts(place)    // "Head, spine, skin. Brain, press 1. Spine: 2. … A person: 0. All keys: 9."
 * shortPrompts(place)   // "Brain, press 1. Spine: 2. … A person: 0. All keys: 9."
 */
import { phrase } from '../locale/phrases.ts'
import type { Commands } from '../locale/schema.ts'
import { allKeys, declineKey, isLastPart, isNewListener, keys, nextKey, personKey } from './key-prompts.ts'
import { goesOn, optionsAt, partsAt, promptsAt } from './nodes/index.ts'
import { relatedTo } from './nodes/topic.ts'
import {
  currentNode,
  currentSlug,
  emergency,
  languageAt,
  localesOffered,
  nodeText,
  type Option,
  type Place,
  toldIn,
} from './place.ts'
import { currentStep } from './position.ts'
import type { Expectation, Prompt } from './turn.ts'

/**
 * Seconds of silence that count as no input: at least 10; at least 20 after a request for more time (docs/design/standards.md IVR-12).
 * A turn by relay or by a communication aid takes 60 to 90.
 */
const SECONDS = { normal: 10, long: 90 } as const
/** Seconds after a part until the line goes on by itself, by the pace. */
const SECONDS_TO_GO_ON = { normal: 4, slow: 8 } as const

/**
 * By phone, the main menu at its first visit. No key interrupts the emergency sentence. The sentence about the line comes
 * after the options, so that nobody has to wait for it.
 */
export function welcomePrompts(place: Place): readonly Prompt[] {
  const { name } = place.line.settings
  return [
    { ...phrase('voice.emergency', { emergency: emergency(place) }), bargeIn: false },
    ...uncheckedPrompts(place),
    // Where there is a choice of language, the call has opened with the name.
    ...(localesOffered(place).length > 1 ? [] : [phrase('voice.answering', { name })]),
    ...announcementPrompts(place),
    ...spokenOptions(place),
    ...allKeys(place),
    phrase('voice.about', { name }),
  ]
}

export function fullPrompts(place: Place): readonly Prompt[] {
  return place.context.channel === 'voice'
    ? [...partName(place), ...onwardPrompts(place)]
    : textedPrompts(place)
}

/** By phone, what follows by itself: nobody has pressed a key, so none is answered by the name of the place. */
export function onwardPrompts(place: Place): readonly Prompt[] {
  const last = phrase('voice.last', { label: nodeText(currentSlug(place), 'label') })
  // Where the line goes on by itself, its keys are read like the part: words are heard in the silence after them.
  if (goesOn(place))
    return [...promptsAt(place), ...keys(place)].map((prompt) => ({ ...prompt, isRead: true }))
  return [
    ...promptsAt(place),
    ...(isLastPart(place) ? toldIn(languageAt(place), place, [last]) : []),
    ...spokenOptions(place),
    // After the choices, which answer what was asked: the helplines of the country.
    ...nextKey(place),
    ...keys(place),
  ]
}

/** By phone, the options and the way to a person; after a miss, all keys. By text, all prompts: a text costs no waiting. */
export function shortPrompts(place: Place): readonly Prompt[] {
  return place.context.channel === 'voice'
    ? [
        ...question(place),
        ...(place.position.retries ? allKeys(place) : [...declineKey(place), ...personKey(place)]),
      ]
    : textedPrompts(place)
}

/** By phone, the options and all keys. */
export function keysPrompts(place: Place): readonly Prompt[] {
  return [...question(place), ...allKeys(place)]
}

/** Whether these prompts say for the first time that the line goes on by itself. */
export function saysItGoesOn(place: Place, prompt: string): boolean {
  return (prompt === 'full' || prompt === 'onward') && isNewListener(place)
}

/** The turn expects an answer: for how long, and words that help speech recognition. */
export function expectAnswer(place: Place): Expectation {
  const { wait, pace } = place.position
  return {
    kind: 'answer',
    seconds: wait === 'normal' && goesOn(place) ? SECONDS_TO_GO_ON[pace] : SECONDS[wait],
    hints: optionsTold(place).map(({ label, voice: { locale } }) => (locale ? { ...label, locale } : label)),
  }
}

/** The printed word of a command in the language of the place. */
export function commandWord(place: Place, command: keyof Commands): string {
  return place.line.locales[place.position.locale]?.commands[command][0] ?? command
}

/** The printed words that lead on from every text. */
export function menuAndPerson(place: Place): { readonly menu: string; readonly person: string } {
  return { menu: commandWord(place, 'menu'), person: commandWord(place, 'person') }
}

/** In a language that nobody has checked: that nobody has. */
export function uncheckedPrompts({ line, position, context }: Place): readonly Prompt[] {
  return line.unchecked?.includes(position.locale) ? [phrase(`${context.channel}.unchecked`)] : []
}

/** What the operator announces today, in the language of the place; nothing where it has no words for it. */
export function announcementPrompts({ line, position, context }: Place): readonly Prompt[] {
  const words = line.today?.announcement[position.locale]
  return words ? [phrase(`${context.channel}.announcement`, { words })] : []
}

/** In a language that the line lacks: that it does, and which ones it has. */
export function otherLanguagePrompt(place: Place, tag: string): Prompt {
  const { line } = place
  const languages = localesOffered(place).map((locale) => line.locales[locale]?.settings.name ?? locale)
  const values = { languages: languages.join(', '), emergency: emergency(place) }
  return { key: 'otherLanguages:sms', values, locale: tag }
}

/** Before a part of a topic, its name: the answer to a key says first where the person is. Other places name themselves. */
function partName(place: Place): readonly Prompt[] {
  if (currentNode(place).kind !== 'topic') return []
  // An address of another country's call, or of an older line, may point past the end.
  const part = Math.min(currentStep(place.position).part, partsAt(place))
  const label = nodeText(currentSlug(place), 'label')
  const name = part === 1 ? phrase('voice.here', { label }) : phrase('voice.herePart', { label, part })
  return toldIn(languageAt(place), place, [name])
}

/** The prompts for what a caller can choose or enter. */
function question(place: Place): readonly Prompt[] {
  if (currentNode(place).kind === 'number') return [...promptsAt(place), ...spokenOptions(place)]
  return [...spokenOptions(place), ...nextKey(place)]
}

function optionsTold(place: Place): readonly Option[] {
  return optionsAt(place).filter(({ isSilent }) => !isSilent)
}

function spokenOptions(place: Place): readonly Prompt[] {
  return optionsTold(place).map(({ voice }) => voice)
}

function textedPrompts(place: Place): readonly Prompt[] {
  const options = optionsTold(place).filter(({ intent }) => intent.kind !== 'helped')
  return [...promptsAt(place), ...options.map(({ sms }) => sms), ...footer(place)]
}

function footer(place: Place): readonly Prompt[] {
  const { menu, person } = menuAndPerson(place)
  if (currentStep(place.position).part < partsAt(place))
    return [phrase('sms.more', { more: commandWord(place, 'more'), menu })]
  const node = currentNode(place)
  switch (node.kind) {
    case 'topic': {
      const [yes, no] = optionsAt(place)
      if (yes && no) return [phrase('helped.text', { yes: yes.key, no: no.key, menu })]
      const [related] = relatedTo(node, place)
      return [
        related
          ? phrase('sms.lastAndNext', { word: nodeText(related, 'word'), menu, person })
          : phrase('sms.last', { menu, person }),
      ]
    }
    case 'menu':
    case 'guess':
    case 'ways':
      return [phrase('sms.menu', { person })]
    case 'helplines':
    case 'handoff':
    case 'number':
    case 'sources':
      return [phrase('sms.onlyMenu', { menu })]
    case 'consent':
    case 'languages':
      return []
  }
}
