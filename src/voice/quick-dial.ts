/**
 * A number that calls the line and goes straight to a topic: a phone dials the digits after it once the line has
 * answered, and waits two seconds at each comma.
 *
 * A key pressed before the line listens is lost, so the commas last as long as what no key interrupts, and as the line
 * takes to answer a step.
 *
 * @example
 * quickDial(line, texts, '+15555550100', 'es', 21) // '+15555550100,,2,,,,7,,2,,1'
 */
import { KEYS } from '../line/keys.ts'
import type { Line } from '../line/line.ts'
import { languageKeys } from '../line/nodes/languages.ts'
import { mainPlace } from '../line/prepare.ts'
import { take } from '../line/take.ts'
import { lineByPhone } from '../line/tell-recorded.ts'
import type { Turn } from '../line/turn.ts'
import type { Texts } from '../locale/texts.ts'
import { promptSeconds } from './seconds.ts'

const COMMA_SECONDS = 2
/** Until the line picks up, or answers a key, with time to spare. */
const ANSWER_SECONDS = 2.5

export function quickDial(
  wholeLine: Line,
  texts: Texts,
  number: string,
  locale: string,
  topic: number,
): string {
  const line = lineByPhone(wholeLine)
  const context = { ...mainPlace(line, 'voice', locale, line.settings.country).context, called: number }
  const language = languageKeys({ line, context }, locale)
  let turn = take(line, null, { kind: 'arrival' }, context)
  let dialled = number + commasFor(line, texts, turn)
  const keys = [...language, KEYS.number, ...String(topic)]
  for (const key of keys.slice(0, -1)) {
    turn = take(line, turn.position, { kind: 'key', key }, context)
    dialled += key + commasFor(line, texts, turn)
  }
  return dialled + keys.at(-1)
}

function commasFor(line: Line, texts: Texts, { prompts, position }: Turn): string {
  const { locale } = position
  let seconds = ANSWER_SECONDS
  for (const prompt of prompts) {
    if (prompt.bargeIn !== false) break
    seconds += promptSeconds(line, texts, prompt.locale ?? locale, prompt).seconds
  }
  return ','.repeat(Math.ceil(seconds / COMMA_SECONDS))
}
