/**
 * Today's switches as the form of `/operate` sends them. Dates and numbers are what somebody has typed: check.ts says what is wrong.
 *
 * @example
 * readOperateForm(new URLSearchParams('words.en=Closed.&until=2026-12-04&people=as-usual'), ['en', 'es'])
 * // { announcement: { until: '2026-12-04', words: { en: 'Closed.' } }, off: [], … }
 */
import type { Today } from '../../flow/today.ts'
import { tidyNumber, tidyWords } from '../../today/tidy.ts'

export function readOperateForm(form: URLSearchParams, locales: readonly string[]): Today {
  const field = (name: string) => form.get(name)?.trim() ?? ''
  const until = (date: string, time: string) => field(date) + (field(time) ? `T${field(time)}` : '')
  const words = locales.flatMap((locale) => {
    const written = tidyWords(field(`words.${locale}`))
    return written ? [[locale, written] as const] : []
  })
  const people = field('people')
  return {
    announcement:
      words.length > 0 ? { until: until('until', 'time'), words: Object.fromEntries(words) } : null,
    off: form.getAll('off'),
    people:
      people === 'open' || people === 'closed'
        ? { open: people, until: until('peopleUntil', 'peopleTime') }
        : { open: 'as-usual' },
    holidays: [...new Set(field('holidays').split(/[\s,;]+/))].filter((date) => date !== '').sort(),
    number: tidyNumber(field('number')),
  }
}
