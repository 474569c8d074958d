/** `/usage` as a page, `/usage/week` as a page to print, and `/usage.csv`: the counts, behind the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { writeCsv } from '../../report/csv.ts'
import { dayIn } from '../../report/periods.ts'
import type { RangeQuery } from '../../report/range.ts'
import { readReport } from '../../report/report.ts'
import { makeTables } from '../../report/tables.ts'
import { readWeek } from '../../report/week.ts'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { bestLocale, csvContent, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { UsagePage } from './usage.tsx'
import { WeekPage } from './usage-week.tsx'

export function usageRoutes(
  { line, usage, now }: Deps,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
): Hono {
  const read = async (c: Context) => {
    const asked: RangeQuery = { from: c.req.query('from'), to: c.req.query('to'), by: c.req.query('by') }
    return {
      asked,
      page: pageContext(site, bestLocale(c, site)),
      ...(await readReport(usage, line, asked, now())),
    }
  }
  return new Hono()
    .get('/usage', guard, async (c) => {
      const { page, asked, report, problem } = await read(c)
      const usagePage = <UsagePage page={page} asked={asked} report={report} problem={problem} />
      return cache.sendUncached(c, pageContent(page.locale, usagePage, 'no-store', problem ? 400 : 200))
    })
    .get('/usage/week', guard, async (c) => {
      const page = pageContext(site, bestLocale(c, site))
      const asked = c.req.query('week')
      const { week, problem } = readWeek(asked, dayIn(line.settings.handoff.zone, now()))
      const query = week && { from: week.from.toString(), to: week.to.toString(), by: 'week' }
      const { report } = query ? await readReport(usage, line, query, now()) : {}
      const weekPage = <WeekPage page={page} asked={asked} report={report} problem={problem} now={now()} />
      return cache.sendUncached(c, pageContent(page.locale, weekPage, 'no-store', report ? 200 : 400))
    })
    .get('/usage.csv', guard, async (c) => {
      const { page, report, problem } = await read(c)
      if (problem) return c.text(page.words(problem), 400, { 'cache-control': 'no-store' })
      const { from, to } = report.range
      const csv = writeCsv(makeTables(report, line, page.locale, page.words), page.words)
      return cache.sendUncached(c, csvContent(`counts-${from}-${to}.csv`, csv))
    })
}
