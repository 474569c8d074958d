/** `/usage`: the counts, as tables and as charts that `src/web/client/usage.ts` draws from the tables. */
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { formatFigure } from '../../report/figures.ts'
import { granularities } from '../../report/periods.ts'
import type { RangeQuery } from '../../report/range.ts'
import type { Report } from '../../report/report.ts'
import type { Table } from '../../report/table.ts'
import { makeTables } from '../../report/tables.ts'
import { Layout } from './layout.tsx'
import type { PageProps } from './site.ts'

/** How many columns of a table its chart shows: calls and texts over time, calls by hour. */
const CHARTED: Partial<Record<Table['name'], number>> = { overTime: 2, hours: 1 }

interface UsagePageProps extends PageProps {
  readonly asked: RangeQuery
  /** Absent where the range is not valid. */
  readonly report?: Report | undefined
  readonly problem?: Wording | undefined
}

export function UsagePage({ page, asked, report, problem }: UsagePageProps) {
  const { line, base, locale, words } = page
  const title = words(phrase('usage.title', { name: line.settings.name }))
  return (
    <Layout
      page={page}
      title={title}
      pathFor={(each) => `/usage?${queryOf({ ...asked, language: each })}`}
      styles={['pages.css', 'usage.css']}
      script="usage.js"
      operatorPage="counts"
    >
      <h1>{title}</h1>
      <p>{words(phrase('usage.intro'))}</p>
      <p>{words(phrase('usage.zone', { zone: line.settings.handoff.zone }))}</p>
      <p>
        <a href={`${base}/usage/week?${queryOf({ language: locale })}`}>{words(phrase('week.link'))}</a>
      </p>
      <Question page={page} asked={report ? rangeOf(report) : asked} />
      {problem && <p role="alert">{words(problem)}</p>}
      {report && (
        <>
          <p>
            <a href={`${base}/usage.csv?${queryOf({ ...rangeOf(report), language: locale })}`} download>
              {words(phrase('usage.download'))}
            </a>
          </p>
          <Counted page={page} report={report} />
        </>
      )}
    </Layout>
  )
}

/** All tables, and links to them; one sentence where each would be of zeros. */
function Counted({ page, report }: PageProps & { readonly report: Report }) {
  const { line, locale, words } = page
  if (report.counts.size === 0 && report.countsBefore.size === 0)
    return <p class="notice">{words(phrase('usage.empty'))}</p>
  const tables = makeTables(report, line, locale, words)
  return (
    <>
      <ul class="jumps">
        {tables.map(({ name, title }) => (
          <li>
            <a href={`#${name}`}>{title}</a>
          </li>
        ))}
      </ul>
      {tables.map((table) => (
        <CountsTable page={page} table={table} />
      ))}
    </>
  )
}

function Question({ page, asked }: PageProps & { readonly asked: RangeQuery }) {
  const { base, locale, words } = page
  return (
    <form action={`${base}/usage`}>
      <input type="hidden" name="language" value={locale} />
      <fieldset class="question">
        <label>
          {words(phrase('usage.from'))}
          <input type="date" name="from" value={asked.from} />
        </label>
        <label>
          {words(phrase('usage.to'))}
          <input type="date" name="to" value={asked.to} />
        </label>
        <label>
          {words(phrase('usage.by'))}
          <select name="by">
            {granularities.map((granularity) => (
              <option value={granularity} selected={granularity === asked.by}>
                {words(phrase(`usage.${granularity}`))}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{words(phrase('usage.show'))}</button>
      </fieldset>
    </form>
  )
}

/** A table, with a chart where it has one. */
export function CountsTable({ page, table }: PageProps & { readonly table: Table }) {
  const { words } = page
  const { name, title, head, rows } = table
  const charted = CHARTED[name]
  const [rowHead, ...columns] = head
  return (
    <>
      <h2 id={name}>{title}</h2>
      {charted && (
        // The script that draws the chart shows it.
        <figure hidden>
          <div class="chart">
            <canvas
              role="img"
              aria-label={words(phrase('usage.chart', { title }))}
              data-table={`${name}-table`}
              data-columns={charted}
            />
          </div>
        </figure>
      )}
      {/* A wide table scrolls, so it takes keyboard focus (WCAG 2.1.1). */}
      <section class="scrolls" aria-labelledby={name} tabindex={0}>
        <table id={`${name}-table`} aria-labelledby={name}>
          <thead>
            <tr>
              <th scope="col">{rowHead}</th>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr class={row.isTotal ? 'total' : undefined}>
                <th scope="row">{row.name}</th>
                {row.figures.map((figure) => (
                  <td data-count={figure.count}>{formatFigure(figure, words)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function rangeOf({ range }: Report): RangeQuery {
  return { from: range.from.toString(), to: range.to.toString(), by: range.by }
}

export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.toString()
}
