/**
 * The voice of each language, against the list of Twilio's voices (locales/voices.json): for another one Twilio ends the call.
 *
 * @example
 * checkKnownVoices(line, knownVoices)
 */
import type { Line } from '../../line/line.ts'
import type { KnownVoices } from '../../locale/known-voices.ts'
import { type Diagnosis, fail, ok } from '../finding.ts'

export function checkKnownVoices(
  { settings, locales }: Pick<Line, 'settings' | 'locales'>,
  known: KnownVoices | null,
): readonly Diagnosis[] {
  if (!known) return []
  const findings = settings.locales.flatMap((locale): readonly Diagnosis[] => {
    const language = locales[locale]?.settings
    if (!language) return []
    const about = `voice of ${locale}`
    const { voice } = language
    if (!voice) return [ok(about, 'It has none: this language is told by text and on pages.')]
    const spoken = known.voices[voice.language] ?? []
    const unknown = [voice.name, ...(voice.deeper ? [voice.deeper] : [])].filter(
      (name) => !spoken.includes(name),
    )
    return unknown.map((name) =>
      fail(
        about,
        `Twilio had no voice "${name}" for "${voice.language}" on ${known.date}.`,
        `Take one of: ${spoken.slice(0, 3).join(', ') || 'those of another language'}; or add it to locales/voices.json.`,
      ),
    )
  })
  const spoken = settings.locales.filter((locale) => locales[locale]?.settings.voice)
  return findings.some(({ level }) => level === 'fail')
    ? findings
    : [...findings, ok('voices', `Twilio has the voices of ${spoken.join(', ')}.`)]
}
