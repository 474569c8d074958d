/** A place: line, position and channel context. All that a node needs for its prompts and options. */
import type { FlowNode } from '../flow/node.ts'
import { phrase } from '../locale/phrases.ts'
import type { PhoneNumber, Value, Wording } from '../locale/wording.ts'
import type { ChannelContext } from './event.ts'
import type { Intent } from './intent.ts'
import type { Line } from './line.ts'
import { isOffered, languageOf } from './offered.ts'
import { currentStep, type Position } from './position.ts'
import type { Prompt } from './turn.ts'

export interface Place {
  readonly line: Line
  readonly position: Position
  readonly context: ChannelContext
}

/** A choice at a place: its key, its intent, and its prompt on each channel. */
export interface Option {
  readonly key: string
  readonly intent: Intent
  /** Its spoken name, for speech recognition and for short prompts. */
  readonly label: Wording
  readonly voice: Prompt
  readonly sms: Prompt
  /** Nobody is told of it: it leads to a topic that is off today. */
  readonly isSilent?: boolean
}

/** The prompts and options of one kind of node. `prompts.ts` adds controls and footers. */
export interface NodeBehaviour<N extends FlowNode> {
  /** How many parts the node has here; one where it does not tell. */
  readonly parts?: (node: N, place: Place) => number
  /** None where it does not tell. */
  readonly options?: (node: N, place: Place) => readonly Option[]
  readonly voice: (node: N, place: Place) => readonly Prompt[]
  readonly sms: (node: N, place: Place) => readonly Prompt[]
}

export function currentSlug({ position }: Place): string {
  return currentStep(position).node
}

export function currentNode(place: Place): FlowNode {
  return place.line.nodes[currentSlug(place)] as FlowNode
}

/** A node's text, such as `nodeText('bone', 'label')`. */
export function nodeText(slug: string, path: string, values?: Wording['values']): Wording {
  const key = `nodes:${slug}.${path}`
  return values ? { key, values } : { key }
}

/** The usual choice: a label and a key, in the language of the place. */
export function option(key: number, label: Wording, title: Wording, intent: Intent): Option {
  return {
    key: String(key),
    intent,
    label,
    voice: phrase('voice.option', { label, key }),
    sms: phrase('sms.option', { key, title }),
  }
}

/** The choice that leads to a node, under that node's own label. */
export function optionTo(key: number, slug: string): Option {
  return option(key, nodeText(slug, 'label'), nodeText(slug, 'title'), { kind: 'open', node: slug })
}

/** The same choice without the word "press", after one that has it. */
export function shortOption(option: Option): Option {
  return { ...option, voice: phrase('voice.shortOption', { label: option.label, key: option.key }) }
}

/**
 * The emergency number of the caller's country; to callers also that for landlines, where it is another: texts come from mobile
 * phones. Where none is known, words for it, with the number of the line's country.
 */
export function emergency({
  line,
  context,
}: {
  line: Line
  context: Pick<ChannelContext, 'country'> & Partial<Pick<ChannelContext, 'channel'>>
}): Value {
  const number = emergencyNumber(line, context.country)
  const landline = line.directory[context.country]?.emergency.landline
  if (number && landline && context.channel === 'voice')
    return phrase('emergency.landline', {
      number: phoneOf(number, context.country),
      landline: phoneOf(landline, context.country),
    })
  if (number) return phoneOf(number, context.country)
  const { country } = line.settings
  const name = { key: `directory:${country}.name` }
  return phrase('emergency.unknown', {
    country: name,
    number: phoneOf(emergencyNumber(line, country) ?? '', country),
  })
}

function emergencyNumber({ directory, everywhere }: Line, country: string): string | undefined {
  return directory[country]?.emergency.number ?? everywhere.emergency[country]
}

export function phoneOf(phone: string, country: string): PhoneNumber {
  return { phone, country }
}

/**
 * The languages offered on the number that was called, in their order; else all, those likely in the country of the caller first. In
 * calls those that are spoken.
 */
export function localesOffered({
  line,
  context,
}: {
  line: Line
  context: Pick<ChannelContext, 'channel' | 'called' | 'country'>
}): readonly string[] {
  const { numbers, locales, likely } = line.settings
  const byCountry = new Set([...(likely[context.country] ?? []), ...locales])
  const offered = numbers.find(({ number }) => number === context.called)?.locales ?? [...byCountry]
  if (context.channel === 'sms') return offered
  const spoken = offered.filter((locale) => isSpoken(line, locale))
  // A number whose only language has lost a clip still answers, in the others.
  return spoken.length > 0 ? spoken : [...byCountry].filter((locale) => isSpoken(line, locale))
}

/** Whether a call can be held in a language: by a voice, or by clips of all that a call needs. */
export function isSpoken({ locales }: Pick<Line, 'locales'>, locale: string): boolean {
  const { settings, played } = locales[locale] ?? {}
  return settings?.voice !== undefined || played?.isWhole === true
}

/** The place at a position; the country that the person has named there goes before that of their number. */
export function placeAt(line: Line, position: Position, context: ChannelContext): Place {
  const { country = context.country } = position
  return { line, position, context: { ...context, country } }
}

/** The same place in another language, without what that language lacks; in its own where none is named, or one that the line does not tell. */
export function inLocale(place: Place, locale: string | undefined): Place {
  const { line, position } = place
  if (!locale || locale === position.locale || !Object.hasOwn(line.locales, locale)) return place
  return { ...place, position: { ...position, locale, trail: trailIn(line, locale, position.trail) } }
}

/** The steps of a trail that a language offers; the main menu where it offers none. */
export function trailIn(line: Line, locale: string, trail: Position['trail']): Position['trail'] {
  const kept = trail.filter(({ node }) => isOffered(line, locale, node))
  return kept.length > 0 ? kept : [{ node: line.main, part: 1 }]
}

/** The language in which the node of a place is told. */
export function languageAt(place: Place): string {
  return languageOf(place.line, place.position.locale, currentSlug(place))
}

/** Prompts that are worded in `locale`, for a person who listens in the language of the place. */
export function toldIn(locale: string, { position }: Place, prompts: readonly Prompt[]): readonly Prompt[] {
  return locale === position.locale ? prompts : prompts.map((prompt) => ({ locale, ...prompt }))
}
