/**
 * How long a caller waits for a topic: seconds of speech from answering to its first sentence, at normal pace.
 *
 * @example
 * waitFor(line, 'en', 'bone', 'by menus')  // each key pressed as its option is spoken: with its last word
 * waitFor(line, 'en', 'bone', 'by number') // who knows the number of the topic waits for nothing that keys interrupt
 */
import { menuKeys } from '../../flow/menu-keys.ts'
import { KEYS } from '../../line/keys.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { optionsAt } from '../../line/nodes/index.ts'
import { languageKeys } from '../../line/nodes/languages.ts'
import { mainPlace } from '../../line/prepare.ts'
import { take } from '../../line/take.ts'
import type { Prompt, Turn } from '../../line/turn.ts'
import { secondsOf, secondsUntilSaid } from '../../voice/seconds.ts'
import { speakPhone } from '../../voice/speech.ts'

export type Way = 'by menus' | 'by number'

export function waitFor(line: Line, locale: string, slug: string, way: Way) {
  const texts = textsOf(line)
  const { context } = mainPlace(line, 'voice', locale, line.settings.country)
  const said = ({ position }: Turn, prompt: Prompt) => {
    const spoken = prompt.locale ?? position.locale
    const words = texts(spoken, prompt, speakPhone)
    const wordsPerMinute = line.locales[spoken]?.settings.voice.wordsPerMinute ?? 150
    return {
      seconds: secondsOf(words, spoken, wordsPerMinute),
      untilSaid: secondsUntilSaid(words, spoken, wordsPerMinute),
      characters: words.length,
    }
  }
  let turn = take(line, null, { kind: 'arrival' }, context)
  let seconds = 0
  /** All that was said on the way, also what a key cut short: it is paid for. */
  let characters = 0
  for (const key of keysFor(line, locale, slug, way)) {
    const option = optionsAt({ line, position: turn.position, context }).find((each) => each.key === key)
    const last = way === 'by menus' ? indexOf(turn.prompts, option?.voice) : -1
    for (const [index, prompt] of turn.prompts.entries()) {
      const spoken = said(turn, prompt)
      characters += spoken.characters
      if (index < last || prompt.bargeIn === false) seconds += spoken.seconds
      else if (index === last) seconds += spoken.untilSaid
    }
    turn = take(line, turn.position, { kind: 'key', key }, context)
  }
  return { seconds, turn, characters }
}

function keysFor(line: Line, locale: string, slug: string, way: Way): readonly string[] {
  const language = languageKeys(mainPlace(line, 'voice', locale, line.settings.country), locale)
  const node = line.nodes[slug]
  const agreed = line.guards[slug] ? ['1'] : []
  const topic =
    way === 'by menus' || !node || !('number' in node)
      ? (menuKeys(line.nodes, line.main).get(slug) ?? []).map(String)
      : [KEYS.number, String(node.number)]
  return [...language, ...topic, ...agreed]
}

function indexOf(says: readonly Prompt[], prompt: Prompt | undefined): number {
  const written = JSON.stringify(prompt)
  return says.findIndex((said) => JSON.stringify(said) === written)
}
