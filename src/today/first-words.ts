/**
 * What people hear first in a call, and read in the first text that asks for nothing: with it an operator sees what a switch does.
 *
 * @example
 * firstWords(withToday(line, today, now), texts, 'en') // { heard: ['In an emergency, …', 'Please note: …'], read: 'Note: …' }
 */
import type { Line } from '../line/line.ts'
import { isSpoken } from '../line/place.ts'
import { mainPlace } from '../line/prepare.ts'
import { welcomePrompts } from '../line/prompts.ts'
import { take } from '../line/take.ts'
import type { Texts } from '../locale/texts.ts'
import { writeText } from '../sms/render.ts'
import { withinSegments } from '../sms/segments.ts'
import { speakPhone, withoutBreaths } from '../voice/speech.ts'

/** No line has a topic for it. */
const NO_WORD = 'qqqq'

export interface FirstWords {
  /** Sentence by sentence; nothing in a language without a voice. */
  readonly heard: readonly string[]
  readonly read: string
}

export function firstWords(line: Line, texts: Texts, locale: string): FirstWords {
  const { settings } = line
  const { country } = settings
  const prompts = isSpoken(line, locale) ? welcomePrompts(mainPlace(line, 'voice', locale, country)) : []
  const inLocaleOnly = { ...line, settings: { ...settings, locales: [locale], numbers: [] } }
  const { context } = mainPlace(line, 'sms', locale, country)
  const turn = take(inLocaleOnly, null, { kind: 'text', words: NO_WORD }, context)
  return {
    heard: prompts.map((prompt) => withoutBreaths(texts(locale, prompt, speakPhone))),
    read: withinSegments(writeText(texts, turn)),
  }
}
