/**
 * The finder knows more languages than a line tells: the words of one that is silent (tell-reviewed.ts) are of a language that the
 * line lacks, and are told so.
 *
 * @example
 * inLanguagesTold(line, { found: { kind: 'node', to: 'bone', locale: 'es' } }, 'en') // { found: …, otherLanguage: 'es' }
 */
import type { Finding } from '../finder/find.ts'
import type { Line } from './line.ts'

/** `locale` is that of the conversation. */
export function inLanguagesTold(
  { locales, otherLanguages }: Pick<Line, 'locales' | 'otherLanguages'>,
  finding: Finding,
  locale: string,
): Finding {
  const { found } = finding
  const meant = found.kind === 'locale' ? found.to : 'locale' in found ? found.locale : locale
  if (Object.hasOwn(locales, meant)) return finding
  // A wish for no more texts counts in every language.
  const isWish = found.kind === 'stop' || found.kind === 'start' || found.kind === 'carrier'
  return {
    ...finding,
    found: found.kind === 'locale' ? { kind: 'nothing', locale } : found,
    ...(Object.hasOwn(otherLanguages, meant) && !isWish ? { otherLanguage: meant } : {}),
  }
}
