/**
 * The rules by which a line is played as scripts.
 *
 * @example
 * await replay(script, playRules(line, createDemoApp(line).request))
 */
import { KEYS } from '../../line/keys.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Shorthand } from '../../simulator/shorthand.ts'
import type { PlayRules } from '../../simulator/transcript.ts'
import { postBy } from '../../simulator/transport.ts'
import { countSegments } from '../../sms/segments.ts'
import { clipsHeard } from '../../voice/clips-heard.ts'
import { speakPhone, toSpeech } from '../../voice/speech.ts'
import { spokenLanguage } from '../../voice/spoken-language.ts'

export function playRules(line: Line, request: Parameters<typeof postBy>[0]): PlayRules {
  const controls = line.settings.locales.flatMap((locale) => standardControls(line, locale))
  const clips = new Map(Object.entries(clipsHeard(line)))
  return { post: postBy(request), countSegments, controls, readClip: (url) => clips.get(url) }
}

/**
 * The controls as they are spoken at normal pace. They are put together here from the phrases, not taken from what the line
 * says, so that a control the line leaves out is seen in a script.
 */
function standardControls(line: Line, locale: string): readonly Shorthand[] {
  const texts = textsOf(line)
  const language = spokenLanguage(line, locale)
  const spoken = (wording: Wording) =>
    toSpeech(texts(locale, wording, speakPhone), language, 'normal')
      .map(({ words }) => words)
      .join(' ')
  const person = spoken(phrase('voice.person', { key: KEYS.person }))
  const number = spoken(phrase('voice.number', { key: KEYS.number }))
  const again = spoken(phrase('voice.again', { key: KEYS.again }))
  const back = spoken(phrase('voice.back'))
  const ways = spoken(phrase('voice.ways', { key: KEYS.ways }))
  return [
    { name: '[controls]', lines: [person, again, back, ways] },
    { name: '[controls of the main menu]', lines: [person, number, again, ways] },
    { name: '[controls of the other ways]', lines: [person, again, back] },
  ]
}
