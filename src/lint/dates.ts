/** Hours of staff end after they begin, and dates of line.yaml are not over. */
import { type Issue, issueIn } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkHours: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  for (const [index, { from, to }] of data.handoff.open.entries())
    if (to < from && to !== '00:00')
      yield issueIn(source)(
        'over-midnight',
        ['handoff', 'open', index],
        `From ${from} to ${to} goes on into the next morning. If that is meant, write it as two entries, to "24:00" and from "00:00" on the days after; else ${to < '12:00' && afternoon(to) > from ? `write "${afternoon(to)}"` : 'turn the times round'}.`,
        'warning',
      )
}

/** Dates of `closed`, and the end of the announcement, before `today` (2026-11-22), which the pure core does not know. */
export function* pastDates({ flow }: Draft, today: string): Generator<Issue> {
  const { data, source } = flow.settings
  for (const [index, date] of (data.handoff.closed ?? []).entries())
    if (date.length === today.length && date < today)
      yield issueIn(source)(
        'past-date',
        ['handoff', 'closed', index],
        `${date} is over. Remove it; a day without a year is closed each year.`,
        'warning',
      )
  const { announcement } = data
  if (announcement && announcement.until.slice(0, 10) < today)
    yield issueIn(source)(
      'past-date',
      ['announcement', 'until'],
      `${announcement.until} is over, so the announcement is not said. Remove it, or give it a later end.`,
      'warning',
    )
}

/** The time that somebody meant who wrote "05:00" for 5 p.m. */
function afternoon(time: string): string {
  return `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`
}
