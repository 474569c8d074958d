/** What line.yaml names exists, and leads away from the line: locales of a number, topics of the card, core topics, the hand-off number. */

import { didYouMean } from '../authored/did-you-mean.ts'
import { type Issue, issueIn, withCause } from '../authored/issue.ts'
import { ownNumbers } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkSettings: Check<Draft> = function* ({ flow }) {
  const { data, source } = flow.settings
  const issue = issueIn(source)
  const lists = [
    ...data.numbers.map(({ number, locales }, index) => ({
      at: ['numbers', index, 'locales'],
      by: number,
      locales,
    })),
    ...Object.entries(data.likely).map(([country, locales]) => ({
      at: ['likely', country],
      by: country,
      locales,
    })),
  ]
  if (data.source && !data.locales.includes(data.source))
    yield issue(
      'unknown-locale',
      ['source'],
      `The source language "${data.source}" is not among the locales of this line (${data.locales.join(', ')}). Add it there, or leave this out.`,
    )
  for (const { at, by, locales } of lists)
    for (const locale of locales)
      if (!data.locales.includes(locale))
        yield issueIn(source, { locale })(
          'unknown-locale',
          at,
          `${by} offers "${locale}", which is not among the locales of this line (${data.locales.join(', ')}). Add it there first.`,
        )
  const topics = Object.keys(flow.nodes).filter((slug) => flow.nodes[slug]?.data.kind === 'topic')
  for (const [index, slug] of data.card.entries()) {
    const node = flow.nodes[slug]?.data
    if (!node || !('number' in node))
      yield withCause(
        issue(
          'unknown-node',
          ['card', index],
          `The card cannot lead to "${slug}": there is no topic of that name with a number. ${didYouMean(slug, topics, 'Choose another.')}`,
        ),
        `node ${slug}`,
      )
  }
  for (const [index, slug] of (data.core ?? []).entries())
    if (flow.nodes[slug]?.data.kind !== 'topic')
      yield withCause(
        issue(
          'unknown-node',
          ['core', index],
          `The core of a language cannot have "${slug}": there is no topic of that name. ${didYouMean(slug, topics, 'Remove it.')}`,
        ),
        `node ${slug}`,
      )
  for (const [index, slug] of (data.off ?? []).entries()) {
    const node = flow.nodes[slug]?.data
    if (node?.kind !== 'topic')
      yield withCause(
        issue(
          'unknown-node',
          ['off', index],
          `"${slug}" cannot be off: there is no topic of that name. ${didYouMean(slug, topics, 'Remove it.')}`,
        ),
        `node ${slug}`,
      )
    else if (node.always)
      yield issue(
        'always-told',
        ['off', index],
        `"${slug}" tells of danger, and is never off. Remove it here.`,
      )
  }
  for (const locale of Object.keys(data.announcement?.words ?? {}))
    if (!data.locales.includes(locale))
      yield issueIn(source, { locale })(
        'unknown-locale',
        ['announcement', 'words', locale],
        `The announcement has words in "${locale}", which is not among the locales of this line (${data.locales.join(', ')}). Add it there, or remove them.`,
      )
  const own = ownNumbers(data)
  const { number, others, open } = data.handoff
  const people = [
    { at: ['number'], person: number },
    ...others.map((person, index) => ({ at: ['others', index], person })),
  ]
  for (const { at, person } of people)
    if (person && own.includes(person))
      yield issue(
        'dead-end',
        ['handoff', ...at],
        'This is a number of the line itself, which would call itself. Give the number of people who answer, or null.',
      )
  for (const [index, { from, to }] of open.entries())
    if (to < from && to !== '00:00')
      yield issue(
        'over-midnight',
        ['handoff', 'open', index],
        `From ${from} to ${to} goes on into the next morning. If that is meant, write it as two entries, to "24:00" and from "00:00" on the days after; else ${to < '12:00' && afternoon(to) > from ? `write "${afternoon(to)}"` : 'turn the times round'}.`,
        'warning',
      )
  for (const { data: directory, source } of Object.values(flow.directory))
    for (const [index, { id, call }] of directory.services.entries())
      if (call && own.includes(call))
        yield issueIn(source)(
          'dead-end',
          ['services', index, 'call'],
          `"${id}" has a number of this line, which would call itself. Give the service's own.`,
        )
}

/** The time that somebody meant who wrote "05:00" for 5 p.m. */
function afternoon(time: string): string {
  return `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`
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
