/**
 * Days and moments in the language of a page.
 *
 * @example
 * formatDay(page, '2026-11-26') // '26 de noviembre de 2026'
 * formatMoment(page, new Date()) // '26 nov 2026, 9:14 EST': in the time zone of the line
 */
import type { PageContext } from './site.ts'

export function formatDay(page: PageContext, day: string): string {
  return new Intl.DateTimeFormat(languageOf(page), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

export function formatMoment(page: PageContext, moment: Date): string {
  return new Intl.DateTimeFormat(languageOf(page), {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZone: page.line.settings.handoff.zone,
    timeZoneName: 'short',
  } as const).format(moment)
}

function languageOf({ settings, locale }: PageContext): string {
  return settings.intl ?? locale
}
