/** `/usage/week`: one whole week beside the one before, in sentences and one table, on one sheet of paper. */
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { type DateRange, dayIn } from '../../report/periods.ts'
import type { Report } from '../../report/report.ts'
import { readWeek, weekAfter, weekBefore, weekName } from '../../report/week.ts'
import { summarizeWeek } from '../../report/week-summary.ts'
import { Layout } from './layout.tsx'
import type { PageProps } from './site.ts'
import { CountsTable, queryOf } from './usage.tsx'

interface WeekPageProps extends PageProps {
  readonly asked: string | undefined
  /** Of that week; absent where there is no such week, or it goes on. */
  readonly report?: Report | undefined
  readonly problem?: Wording | undefined
  readonly now: Date
}

export function WeekPage({ page, asked, report, problem, now }: WeekPageProps) {
  const { line, locale, words } = page
  const { name } = line.settings
  const summary = report && summarizeWeek(report, line, locale, words)
  const title = words(phrase('week.title', { name, week: summary?.name ?? asked ?? '' }))
  return (
    <Layout
      page={page}
      title={title}
      pathFor={(each) => `/usage/week?${queryOf({ week: asked, language: each })}`}
      styles={['pages.css', 'usage.css', 'week.css']}
      operatorPage="week"
    >
      <h1>{title}</h1>
      {problem && <p role="alert">{words(problem)}</p>}
      {summary && (
        <>
          {summary.sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <CountsTable page={page} table={summary.table} />
          <p>
            <small>{words(phrase('week.intro'))}</small>
          </p>
        </>
      )}
      {report && <OtherWeeks page={page} week={report.range} now={now} />}
    </Layout>
  )
}

/** The week before, and the week after where it is over. */
function OtherWeeks({ page, week, now }: PageProps & { readonly week: DateRange; readonly now: Date }) {
  const { base, line, locale, words } = page
  const today = dayIn(line.settings.handoff.zone, now)
  const linkTo = (other: DateRange) =>
    `${base}/usage/week?${queryOf({ week: weekName(other), language: locale })}`
  const later = weekAfter(week)
  return (
    <nav class="weeks" aria-label={words(phrase('usage.week'))}>
      <a href={linkTo(weekBefore(week))}>{words(phrase('week.earlier'))}</a>
      {readWeek(weekName(later), today).week && <a href={linkTo(later)}>{words(phrase('week.later'))}</a>}
      <a href={`${base}/usage?${queryOf({ language: locale })}`}>
        {words(phrase('usage.title', { name: line.settings.name }))}
      </a>
      <span>{words(phrase('week.paper'))}</span>
    </nav>
  )
}
