/**
 * What is wrong with the words of an announcement: they must fit one segment beside the first text, and be short to listen to.
 *
 * A first text has three segments at most, and with an announcement four: what people asked for is not left out for it.
 *
 * @example
 * checkWords(line, texts, 'en', 'The office is closed on Friday.') // undefined
 */
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { mostCharacters, needsUnicode, ucs2Letters, withoutRareAccents } from '../sms/segments.ts'
import { secondsOf } from '../voice/seconds.ts'
import { speakPhone } from '../voice/speech.ts'
import { spokenLanguage } from '../voice/spoken-language.ts'
import { firstWords } from './first-words.ts'

/** Longer than this, people hang up before the menu. */
export const MOST_ANNOUNCEMENT_SECONDS = 20
/** In UTF-16 units; more fit into no segment. All is weighed by the beginning, however much somebody has pasted. */
const LONGEST = 160
/**
 * Braces are placeholders, a bar is a pause, and angle brackets are of no use to anybody who listens. XML holds no control characters,
 * halves of pairs or U+FFFF, and private letters mark values (locale/clips.ts).
 */
const MARKS = /[{}<>|\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u

export function checkWords(line: Line, texts: Texts, locale: string, written: string): Wording | undefined {
  if (!line.settings.locales.includes(locale)) return phrase('operate.noLanguage', { language: locale })
  if (MARKS.test(written)) return phrase('operate.marks')
  const words = written.slice(0, LONGEST)
  const sent = withoutRareAccents(texts(locale, phrase('sms.announcement', { words }), speakPhone))
  if (needsUnicode(sent) && !needsUnicode(withoutRareAccents(firstWords(line, texts, locale).read)))
    return phrase('operate.costlyLetters', { letters: ucs2Letters(words).join(' ') })
  // The end of its line is one more.
  const over = sent.length + 1 - mostCharacters(sent, 1)
  if (over > 0) return phrase('operate.tooManyLetters', { most: [...words].length - over })
  const said = texts(locale, phrase('voice.announcement', { words }), speakPhone)
  const seconds = Math.ceil(secondsOf(said, spokenLanguage(line, locale)))
  return seconds > MOST_ANNOUNCEMENT_SECONDS
    ? phrase('operate.tooLong', { seconds, most: MOST_ANNOUNCEMENT_SECONDS })
    : undefined
}
