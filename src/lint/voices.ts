/**
 * A line can be called in some language at every number, and its voices and recognisers of speech are among those that Twilio has
 * (`locales/voices.json`): Twilio refuses others when somebody calls.
 */
import { distance } from 'fastest-levenshtein'
import { issueIn, type MakeIssue } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import { isHeardLive } from '../line/tell-recorded.ts'
import type { KnownVoices } from '../locale/known-voices.ts'
import type { LocaleSettings } from '../locale/locale-settings.ts'
import type { Check, CompiledDraft } from './check.ts'

type Voice = NonNullable<LocaleSettings['voice']>

export const checkVoices: Check<Draft> = function* ({ knownVoices, locales }) {
  const known = knownVoices?.data
  for (const [locale, { settings }] of Object.entries(locales)) {
    const { voice } = settings.data
    if (known && voice) yield* unknownVoices(voice, known, issueIn(settings.source, { locale }))
  }
}

/** By a voice, or by clips of all that a call needs: a number of a language that is recorded whole is one. */
export const checkNumbersHeard: Check<CompiledDraft> = function* ({ draft, line }) {
  const { data, source } = draft.flow.settings
  const offers = [
    { at: ['locales'], by: 'This line', offered: data.locales },
    ...data.numbers.map((each, index) => ({
      at: ['numbers', index, 'locales'],
      by: each.number,
      offered: each.locales,
    })),
  ]
  for (const { at, by, offered } of offers)
    if (!offered.some((locale) => isHeardLive(line, locale)))
      yield issueIn(source)(
        'no-voice',
        at,
        `${by} offers no language that has a voice, or that people have recorded whole, so nobody can call it. Add one that has, a "voice" in its locale.json, or the clips that \`npm run recordings\` lists.`,
      )
}

function* unknownVoices(voice: Voice, { voices, speech, date }: KnownVoices, issue: MakeIssue) {
  const { language } = voice
  const own = voices[language]
  if (!own)
    yield issue(
      'unknown-voice',
      ['voice', 'language'],
      `Twilio speaks no language "${language}" (list of ${date}). ${advice(language, Object.keys(voices))}`,
    )
  else
    for (const field of ['name', 'deeper'] as const) {
      const name = voice[field]
      if (name === undefined || own.includes(name)) continue
      const speaks = Object.keys(voices).filter((tag) => voices[tag]?.includes(name))
      const problem =
        speaks.length > 0
          ? `"${name}" speaks ${speaks.join(', ')}, not "${language}".`
          : `Twilio has no voice "${name}" (list of ${date}).`
      yield issue('unknown-voice', ['voice', field], `${problem} ${advice(name, own)}`)
    }
  if (voice.speech !== undefined && !speech.includes(voice.speech))
    yield issue(
      'unknown-voice',
      ['voice', 'speech'],
      `Twilio hears no language "${voice.speech}" (list of ${date}). ${advice(voice.speech, speech)} Leave "speech" out where it hears none.`,
    )
}

function advice(name: string, known: readonly string[]): string {
  const [nearest = ''] = [...known].sort((one, other) => distance(name, one) - distance(name, other))
  return `The nearest is "${nearest}". If Twilio has it by now, add it to locales/voices.json.`
}
