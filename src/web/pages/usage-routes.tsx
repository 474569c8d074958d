/** `/usage` as a page and as CSV, for whoever has the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { writeCsv } from '../../report/csv.ts'
import type { RangeQuery } from '../../report/range.ts'
import { readReport } from '../../report/report.ts'
import { makeTables } from '../../report/tables.ts'
import type { Deps } from '../deps.ts'
import { bestLocale, sendPage } from './send-page.tsx'
import { reading, type Site } from './site.ts'
import { Usage } from './usage.tsx'

const CSV_TYPE = 'text/csv; charset=utf-8'

export function usageRoutes({ line, usage, now }: Deps, site: Site, guard: MiddlewareHandler): Hono {
  const read = async (c: Context) => {
    c.header('cache-control', 'no-store')
    const asked: RangeQuery = { from: c.req.query('from'), to: c.req.query('to'), by: c.req.query('by') }
    return {
      asked,
      reader: reading(site, bestLocale(c, site)),
      ...(await readReport(usage, line, asked, now())),
    }
  }
  return new Hono()
    .get('/usage', guard, async (c) => {
      const { reader, asked, report, problem } = await read(c)
      const page = <Usage reading={reader} asked={asked} report={report} problem={problem} />
      return sendPage(c, reader.locale, page, problem ? 400 : 200)
    })
    .get('/usage.csv', guard, async (c) => {
      const { reader, report, problem } = await read(c)
      if (problem) return c.text(reader.words(problem), 400)
      const { from, to } = report.range
      return c.body(writeCsv(makeTables(report, line, reader.locale, reader.words), reader.words), 200, {
        'content-type': CSV_TYPE,
        'content-disposition': `attachment; filename="counts-${from}-${to}.csv"`,
      })
    })
}
