/**
 * The page `/operate` as a response: with what stands in the database, or with the form that somebody has sent.
 *
 * @example
 * const respond = createOperateResponses(deps, site, cache, { token, keeper })
 * return respond.page(c, 200, { saved: ['off'] })
 */
import type { Context } from 'hono'
import type { Today } from '../../flow/today.ts'
import { inForce, withToday } from '../../line/today.ts'
import { phrase } from '../../locale/phrases.ts'
import type { KnownToday } from '../../today/rows.ts'
import { rootCauseMessage } from '../../usage/stores/store.ts'
import type { Deps } from '../deps.ts'
import type { createFormToken } from '../form-token.ts'
import type { Lasting } from '../lasting.ts'
import type { ResponseCache } from '../response-cache.ts'
import { OperatePage, type OperateProps } from './operate.tsx'
import { bestLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'

/** What the page shows beside the switches that stand. */
type Shown = Partial<Omit<OperateProps, 'page' | 'known' | 'token' | 'told'>>

interface Kept {
  readonly token: ReturnType<typeof createFormToken>
  readonly keeper: Lasting['today']
}

export function createOperateResponses(
  { line, lineAsUsual = line, now, reload }: Deps,
  site: Site,
  cache: ResponseCache,
  { token, keeper }: Kept,
) {
  const page = (
    c: Context,
    status: 200 | 400 | 403 | 409 | 503,
    shown: Shown,
    known: KnownToday = keeper.known(),
  ) => {
    const standing = { ...known, today: inForce(lineAsUsual, known.today, now()) }
    const { today = standing.today, problems = [], isPreview } = shown
    const context = pageContext({ ...site, line: lineAsUsual }, bestLocale(c, site))
    const props = {
      ...shown,
      page: context,
      known: standing,
      today,
      problems,
      told: withToday(lineAsUsual, isPreview ? today : known.today, now()),
      token: token.write(),
      mayReload: reload !== undefined,
    }
    const content = pageContent(context.locale, <OperatePage {...props} />, 'no-store', status)
    return cache.sendUncached(c, content)
  }
  return {
    page,
    /** Where the database cannot be read or written. `form` is the one that was sent, with the version that its sender has seen. */
    unread(c: Context, cause: unknown, form?: { readonly today: Today; readonly known: KnownToday }) {
      const outcome = phrase('operate.unread', { problem: rootCauseMessage(cause) })
      return page(c, 503, { outcome, ...(form ? { today: form.today } : {}) }, form?.known)
    },
  }
}
