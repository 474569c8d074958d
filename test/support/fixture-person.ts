/**
 * A person on the small line: what they do, where they are, and what they hear or read.
 *
 * @example
 * const turn = act(key('1'), at('main', 'body'))
 * heard(turn) // ['This cancer can go to the bones.', 'To go on, press pound.', …]
 */
import type { ChannelContext, UserEvent } from '../../src/line/event.ts'
import { type Line, textsOf } from '../../src/line/line.ts'
import { encodePosition, type Position, positionAt, stepTo } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import type { Turn } from '../../src/line/turn.ts'
import { writePhone, writeText } from '../../src/sms/render.ts'
import { speakPhone } from '../../src/voice/speech.ts'
import { fixtureLine } from './fixture.ts'

/** The language that most tests are in, and the others. */
export const [locale = '', ...otherLocales] = fixtureLine.settings.locales
export const [otherLocale = ''] = otherLocales

export const voice: ChannelContext = { channel: 'voice', country: 'US', staffed: false, called: null }
export const sms: ChannelContext = { ...voice, channel: 'sms' }
/** Somebody of the line can be called. */
export const staffed: ChannelContext = { ...voice, staffed: true }

export const arrival: UserEvent = { kind: 'arrival' }
export const silence: UserEvent = { kind: 'silence' }
export const media: UserEvent = { kind: 'media' }
export const key = (pressed: string): UserEvent => ({ kind: 'key', key: pressed })
export const say = (words: string): UserEvent => ({ kind: 'speech', words })
export const text = (words: string): UserEvent => ({ kind: 'text', words })
export const dialled = (answered: boolean): UserEvent => ({ kind: 'dialled', answered })

/** Where somebody is who went from node to node. */
export function at(first: string, ...others: string[]): Position {
  return others.reduce(stepTo, positionAt(first, locale))
}

export function act(
  event: UserEvent,
  position: Position | null,
  context: ChannelContext = event.kind === 'text' || event.kind === 'media' ? sms : voice,
  line: Line = fixtureLine,
): Turn {
  return take(line, position, event, context)
}

/** The turn after several events of one channel. */
export function actAll(
  events: readonly UserEvent[],
  position: Position,
  context: ChannelContext = voice,
  line: Line = fixtureLine,
): Turn {
  const [first = arrival, ...others] = events
  return others.reduce(
    (turn, event) => act(event, turn.position, context, line),
    act(first, position, context, line),
  )
}

/** Each prompt as its words, without breaths. */
export function heard({ prompts, position }: Turn, line: Line = fixtureLine): readonly string[] {
  const texts = textsOf(line)
  return prompts.map((prompt) =>
    texts(prompt.locale ?? position.locale, prompt, speakPhone).replaceAll(' |', ''),
  )
}

/** The lines of the text. */
export function read(turn: Turn, line: Line = fixtureLine): readonly string[] {
  return writeText(textsOf(line), turn).split('\n')
}

/** As an address writes it: where the turn has led; without whether the keys were told (listening.test.ts). */
export function pathOf({ position: { told: _, ...position } }: Pick<Turn, 'position'>): string {
  return encodePosition(position)
}

/** What was counted, such as `open bone`, without parts. */
export function counted(turn: Turn): readonly string[] {
  return tallied(turn).filter((each) => !each.startsWith('part-'))
}

/** What was counted of parts, such as `part-begun bone`. */
export function countedParts(turn: Turn): readonly string[] {
  return tallied(turn).filter((each) => each.startsWith('part-'))
}

function tallied({ tallies }: Turn): readonly string[] {
  return tallies.map(({ event, subject }) => `${event} ${subject}`.trim())
}

/** A phone number as the channels write it. */
export { speakPhone, writePhone }
