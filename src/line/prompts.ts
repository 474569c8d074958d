/**
 * The prompts of a place: those of its node, its options, and its controls or its footer.
 *
 * @example
 * welcomePrompts(place) // "In an emergency, hang up and call 9 1 1. Urgent signs, bones, press 1. … This is Plainline. …"
 * fullPrompts(place)    // "Head, spine, skin. Brain, press 1. Spine: 2. … For a person, press 0. …"
 * shortPrompts(place)   // "Brain, press 1. Spine: 2. … For a person, press 0."
 */
import { phrase } from '../locale/phrases.ts'
import type { Commands } from '../locale/schema.ts'
import { KEYS } from './keys.ts'
import { optionsAt, partsAt, promptsAt } from './nodes/index.ts'
import { currentNode, currentSlug, emergency, localesOffered, nodeText, type Place } from './place.ts'
import { currentStep } from './position.ts'
import type { Expectation, Prompt } from './turn.ts'

/** Seconds of silence that count as no input: at least 10; at least 20 after a request for more time (docs/design/standards.md IVR-12). */
const SECONDS = { normal: 10, long: 30 } as const

/**
 * By phone, the main menu at its first visit. No key interrupts the emergency sentence. The sentence about the line comes
 * after the options, so that nobody has to wait for it.
 */
export function welcomePrompts(place: Place): readonly Prompt[] {
  const { name } = place.line.settings
  return [
    { ...phrase('voice.emergency', { emergency: emergency(place) }), bargeIn: false },
    // Where there is a choice of language, the call has opened with the name.
    ...(localesOffered(place).length > 1 ? [] : [phrase('voice.answering', { name })]),
    ...spokenOptions(place),
    ...controls(place),
    phrase('voice.about', { name }),
  ]
}

export function fullPrompts(place: Place): readonly Prompt[] {
  return place.context.channel === 'voice' ? spokenPrompts(place) : textedPrompts(place)
}

/** By phone, only the options and the way to a person. By text, all prompts: a text costs no waiting. */
export function shortPrompts(place: Place): readonly Prompt[] {
  if (place.context.channel === 'sms') return textedPrompts(place)
  return [
    ...nextPart(place),
    ...spokenOptions(place),
    ...(currentNode(place).kind === 'languages' ? [] : [phrase('voice.person', { key: KEYS.person })]),
  ]
}

/** The turn expects an answer: for how long, how many keys, and words that help speech recognition. */
export function expectAnswer(place: Place, seconds: number = SECONDS[place.position.wait]): Expectation {
  return {
    kind: 'answer',
    seconds,
    keys: currentNode(place).kind === 'number' ? 2 : 1,
    hints: optionsAt(place).map(({ label, voice: { locale } }) => (locale ? { ...label, locale } : label)),
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

/** In a language that the line lacks: that it does, and which ones it has. */
export function otherLanguagePrompt(place: Place, tag: string): Prompt {
  const { line } = place
  const languages = localesOffered(place).map((locale) => line.locales[locale]?.settings.name ?? locale)
  const values = { languages: languages.join(', '), emergency: emergency(place) }
  return { key: 'otherLanguages:sms', values, locale: tag }
}

function spokenPrompts(place: Place): readonly Prompt[] {
  return [
    ...promptsAt(place),
    ...(isLastPart(place)
      ? [phrase('voice.last', { label: nodeText(currentSlug(place), 'label') })]
      : nextPart(place)),
    ...spokenOptions(place),
    ...controls(place),
  ]
}

function spokenOptions(place: Place): readonly Prompt[] {
  return optionsAt(place).map(({ voice }) => voice)
}

function isLastPart(place: Place): boolean {
  return currentNode(place).kind === 'topic' && currentStep(place.position).part >= partsAt(place)
}

function nextPart(place: Place): readonly Prompt[] {
  return currentStep(place.position).part < partsAt(place) ? [phrase('voice.next')] : []
}

/** The keys that work everywhere, a person first. The choice of language has none: no language is chosen yet. */
function controls(place: Place): readonly Prompt[] {
  const { kind } = currentNode(place)
  if (kind === 'languages' || kind === 'handoff') return []
  return [
    phrase('voice.person', { key: KEYS.person }),
    ...(currentSlug(place) === place.line.main ? [phrase('voice.number', { key: KEYS.number })] : []),
    phrase('voice.again', { key: KEYS.again }),
    ...(currentSlug(place) === place.line.main ? [] : [phrase('voice.back')]),
    ...(kind === 'ways' ? [] : [phrase('voice.ways', { key: KEYS.ways })]),
  ]
}

function textedPrompts(place: Place): readonly Prompt[] {
  return [...promptsAt(place), ...optionsAt(place).map(({ sms }) => sms), ...footer(place)]
}

function footer(place: Place): readonly Prompt[] {
  const { menu, person } = menuAndPerson(place)
  if (currentStep(place.position).part < partsAt(place))
    return [phrase('sms.more', { more: commandWord(place, 'more'), menu })]
  const node = currentNode(place)
  switch (node.kind) {
    case 'topic': {
      const [related] = node.related
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
