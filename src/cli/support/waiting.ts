/**
 * How long a caller waits for a topic: seconds of speech from answering to its first sentence, at normal pace.
 *
 * @example
 * waitFor(line, texts, 'en', 'bone', 'by menus')  // each key pressed as its option is spoken: with its last word
 * waitFor(line, texts, 'en', 'bone', 'by number') // a caller who knows the number of the topic interrupts all that a key may interrupt
 */
import { KEYS } from '../../line/keys.ts'
import type { Line } from '../../line/line.ts'
import { goesOn, optionsAt } from '../../line/nodes/index.ts'
import { mainPlace } from '../../line/prepare.ts'
import { take } from '../../line/take.ts'
import type { Prompt, Turn } from '../../line/turn.ts'
import type { Texts } from '../../locale/texts.ts'
import { clipsPlayed } from '../../voice/clips-played.ts'
import { promptSeconds } from '../../voice/seconds.ts'
import { speakPhone, withoutBreaths } from '../../voice/speech.ts'
import { keysTo, keysToLanguage } from './keys-to.ts'

type Way = 'by menus' | 'by number'

/** What is paid for. */
export interface Spent {
  readonly seconds: number
  /** All that was said, also what a key cut short. */
  readonly characters: number
  /** Seconds in which the line listened for words, each time that it did. */
  readonly listening: readonly number[]
}

export function waitFor(
  line: Line,
  texts: Texts,
  locale: string,
  slug: string,
  way: Way,
): Spent & { readonly turn: Turn } {
  const { context } = mainPlace(line, 'voice', locale, line.settings.country)
  let turn = take(line, null, { kind: 'arrival' }, context)
  const spent: Spent[] = []
  for (const key of keysFor(line, locale, slug, way)) {
    const option = optionsAt({ line, position: turn.position, context }).find((each) => each.key === key)
    const last = way === 'by menus' ? indexOf(turn.prompts, option?.voice) : -1
    spent.push(spentOn(line, texts, turn, last))
    turn = take(line, turn.position, { kind: 'key', key }, context)
  }
  return { ...together(spent), turn }
}

/** From answering to the choices after the topic, by menus and then without a key: the line goes on by itself. */
export function walkThrough(line: Line, texts: Texts, locale: string, slug: string): Spent {
  const { context } = mainPlace(line, 'voice', locale, line.settings.country)
  const way = waitFor(line, texts, locale, slug, 'by menus')
  const spent: Spent[] = [way]
  for (let { turn } = way; ; turn = take(line, turn.position, { kind: 'silence' }, context)) {
    const isOn = goesOn({ line, position: turn.position, context })
    spent.push(spentOn(line, texts, turn, turn.prompts.length, isOn ? secondsAwaited(turn) : 0))
    if (!isOn) return together(spent)
  }
}

/** Until the prompt `last` has been said; -1 where a key cuts off all that a key can. */
function spentOn(line: Line, texts: Texts, turn: Turn, last: number, awaited = 0): Spent {
  const { speech } = line.settings
  const hears = speech !== 'never' && line.locales[turn.position.locale]?.settings.voice?.speech
  const firstHeard = speech === 'menus' ? turn.prompts.findLastIndex(({ isRead }) => isRead) + 1 : 0
  let [seconds, characters, listening] = [awaited, 0, awaited]
  for (const [index, prompt] of turn.prompts.entries()) {
    const said = measure(line, texts, turn, prompt)
    characters += said.characters
    if (index > last && prompt.bargeIn !== false) continue
    const each = index === last ? said.untilSaid : said.seconds
    seconds += each
    if (index >= firstHeard && prompt.bargeIn !== false) listening += each
  }
  return { seconds, characters, listening: hears ? [listening] : [] }
}

function measure(line: Line, texts: Texts, { position }: Turn, prompt: Prompt) {
  const spoken = prompt.locale ?? position.locale
  return {
    ...promptSeconds(line, texts, spoken, prompt),
    // What is played costs nothing.
    characters: clipsPlayed(line, texts, spoken, prompt)
      ? 0
      : withoutBreaths(texts(spoken, prompt, speakPhone)).length,
  }
}

function secondsAwaited({ expects }: Turn): number {
  return expects.kind === 'answer' ? expects.seconds : 0
}

function together(spent: readonly Spent[]): Spent {
  return {
    seconds: spent.reduce((sum, { seconds }) => sum + seconds, 0),
    characters: spent.reduce((sum, { characters }) => sum + characters, 0),
    listening: spent.flatMap(({ listening }) => listening),
  }
}

function keysFor(line: Line, locale: string, slug: string, way: Way): readonly string[] {
  const node = line.nodes[slug]
  const agreed = line.guards[slug] ? ['1'] : []
  const topic =
    way === 'by menus' || !node || !('number' in node)
      ? keysTo(line, locale, slug)
      : [KEYS.number, String(node.number)]
  return [...keysToLanguage(line, locale), ...topic, ...agreed]
}

function indexOf(says: readonly Prompt[], prompt: Prompt | undefined): number {
  const written = JSON.stringify(prompt)
  return says.findIndex((said) => JSON.stringify(said) === written)
}
