/**
 * What speaks for danger in a message: the patterns that stand in it, and what classifiers read in it, in the windows of a story, and
 * beside ordinary phrases.
 *
 * @example
 * const heard = findAlarm(finder, unusual, ['en']) // { alarm: 'emergency', locale: 'en' }
 * weighMessage(finder, { heard, reading, message, unusual, locale: 'en' }) // { alarm: { alarm: 'emergency', rule: 'cord' }, … }
 */
import { type Danger, dangerIn } from './danger.ts'
import { findSigns, meaningFor, type Signs } from './find-meaning.ts'
import type { Finder } from './finder.ts'
import { matchPatterns } from './match-patterns.ts'
import type { Token } from './tokens.ts'
import { type HeardAlarm, type Weighed, weigh } from './weigh-danger.ts'
import { isStory } from './windows.ts'

/** In so many words "she cannot breathe" drowns; no ordinary story of the test sets with a pattern is as long. */
const LONGEST_WHOLE = 120
/** How many words stand near a pattern. */
const NEAR = 8

interface ReadMessage {
  readonly heard: HeardAlarm | undefined
  /** What the examples say of the whole message. */
  readonly reading: Signs
  readonly message: readonly Token[]
  /** The message with blanks for its ordinary phrases; the same one where it has none. */
  readonly unusual: readonly Token[]
  readonly locale: string
}

/** Self-harm goes before other emergencies: its answer names the emergency number too. */
export function findAlarm(
  { alarms }: Finder,
  unusual: readonly Token[],
  locales: readonly string[],
): HeardAlarm | undefined {
  const cries = matchPatterns(alarms, unusual)
  const crises = cries.filter(({ alarm }) => alarm === 'crisis')
  return meaningFor(crises.length > 0 ? crises : cries, locales)
}

export function weighMessage(finder: Finder, read: ReadMessage): Weighed {
  const { heard, message } = read
  const danger = dangerOf(finder, read)
  const signs = signsIn(finder, danger, read)
  const weighed = weigh({ heard, signs, danger, words: message.length, isStory: isStory(message) })
  if (weighed.alarm || !heard || message.length < LONGEST_WHOLE) return weighed
  return weighNearPattern(finder, read) ?? weighed
}

/** What a few words say of danger, among which a pattern stands. */
function weighNearPattern(finder: Finder, { unusual, locale }: ReadMessage): Weighed | undefined {
  for (let start = 0; start < unusual.length; start += NEAR / 2) {
    const words = withoutBlanks(unusual.slice(start, start + NEAR))
    const heard = findAlarm(finder, words, [locale])
    if (!heard) continue
    const signs = findSigns(finder, words, locale)
    const danger = dangerIn(finder.danger, words)
    const weighed = weigh({ heard, signs, danger, words: words.length, isStory: false })
    if (weighed.alarm) return weighed
  }
  return undefined
}

/** "I want to die at home" has the words of a cry: where an ordinary phrase stands in a message, what is beside it must tell of one too. */
function dangerOf({ danger }: Finder, { message, unusual }: ReadMessage): Danger {
  const whole = dangerIn(danger, message)
  if (unusual === message) return whole
  const rest = dangerIn(danger, withoutBlanks(unusual))
  return { ...whole, crisis: Math.min(whole.crisis, rest.crisis) }
}

/** In a story they are looked for where danger is likeliest as well, or a cry would drown in it. */
function signsIn(
  finder: Finder,
  { cryWindow, signWindow }: Danger,
  { reading, message, unusual, locale }: ReadMessage,
): Signs {
  const [cry, sign] = isStory(message)
    ? [findSigns(finder, cryWindow, locale), findSigns(finder, signWindow, locale)]
    : [reading, reading]
  const beside = unusual === message ? 1 : findSigns(finder, withoutBlanks(unusual), locale).crisis
  return {
    crisis: Math.min(Math.max(reading.crisis, cry.crisis), beside),
    emergency: Math.max(reading.emergency, sign.emergency),
    rule: sign.rule,
  }
}

function withoutBlanks(message: readonly Token[]): readonly Token[] {
  return message.filter(({ text }) => text !== '')
}
