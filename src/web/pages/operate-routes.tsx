/**
 * `/operate`: today's switches, behind the operator's password. A change is taken from this page only: other sites are refused by the
 * headers of the browser and by a signed token, and of two operators at once the second is shown what the first has saved.
 *
 * @example
 * app.route('/', operateRoutes(deps, site, cache, lasting, pageHeaders))
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Today } from '../../flow/today.ts'
import { inForce, withToday } from '../../line/today.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { changedSwitches, SWITCHES } from '../../today/changes.ts'
import { checkToday } from '../../today/check.ts'
import { type KnownToday, readToday, saveToday } from '../../today/rows.ts'
import { rootCauseMessage, withTimeout } from '../../usage/stores/store.ts'
import type { Deps } from '../deps.ts'
import { createFormToken } from '../form-token.ts'
import type { Lasting } from '../lasting.ts'
import { otherSite, ownForms } from '../own-forms.ts'
import type { ResponseCache } from '../response-cache.ts'
import { OperatePage, type OperateProps } from './operate.tsx'
import { readOperateForm } from './operate-form.ts'
import { bestLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'

/** In bytes: an announcement in six languages, each letter of which may take nine. */
const LARGEST_FORM = 32 * 1024
/** So long a page waits for the database. */
const WAIT_MS = 5000

export function operateRoutes(
  { line, lineAsUsual = line, today: kept, settings, now, reload, faults: faultsNow }: Deps,
  site: Site,
  cache: ResponseCache,
  { password, today: keeper }: Lasting,
  pageHeaders: MiddlewareHandler,
): Hono {
  const app = new Hono()
  if (!kept) return app
  const { store } = kept
  const token = createFormToken('operate', settings, () => now().getTime())
  const isOwnForm = ownForms(settings)

  const show = (
    c: Context,
    status: 200 | 400 | 403 | 409 | 503,
    known: KnownToday,
    more: Partial<Omit<OperateProps, 'page' | 'known' | 'token' | 'told'>> = {},
  ) => {
    const standing = { ...known, today: inForce(lineAsUsual, known.today, now()) }
    const { today = standing.today, problems = [], isPreview } = more
    const page = pageContext({ ...site, line: lineAsUsual }, bestLocale(c, site))
    const told = withToday(lineAsUsual, isPreview ? today : known.today, now())
    const shown = {
      ...more,
      page,
      known: standing,
      today,
      problems,
      told,
      token: token.write(),
      mayReload: reload !== undefined,
    }
    return cache.sendUncached(c, pageContent(page.locale, <OperatePage {...shown} />, 'no-store', status))
  }
  const showUnread = (c: Context, cause: unknown, today?: Today) => {
    const outcome = phrase('operate.unread', { problem: rootCauseMessage(cause) })
    return show(c, 503, keeper.known(), { outcome, ...(today ? { today } : {}) })
  }
  const save = async (c: Context, version: number, today: Today) => {
    const before = await withTimeout(readToday(store), WAIT_MS)
    const changed = changedSwitches(inForce(lineAsUsual, before.today, now()), today)
    const late = (known: KnownToday) =>
      show(c, 409, known, { outcome: phrase('operate.other'), yours: today })
    if (before.version !== version) return late(before)
    if (changed.length === 0) return show(c, 200, before, { outcome: phrase('operate.nothingChanged') })
    const saved = await withTimeout(saveToday(store, before, today, now().getTime()), WAIT_MS)
    if (!saved) return late(await withTimeout(readToday(store), WAIT_MS))
    keeper.take(saved)
    const query = new URLSearchParams({ saved: changed.join(' '), language: bestLocale(c, site) })
    return c.redirect(`${site.base}/operate?${query}`, 303)
  }

  app.get('/operate', password, async (c) => {
    const saved = SWITCHES.filter((each) => c.req.query('saved')?.split(' ').includes(each))
    try {
      const faults = faultsNow?.() ?? []
      const outcome = faults.length > 0 ? phrase('operate.notReloaded') : undefined
      return show(c, 200, await withTimeout(readToday(store), WAIT_MS), { saved, outcome, faults })
    } catch (cause) {
      return showUnread(c, cause)
    }
  })
  app.post('/operate/reload', pageHeaders, password, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    if (!reload) return c.notFound()
    if (!(await isOwnForm(c))) return show(c, 403, keeper.known(), { outcome: otherSite(c, settings) })
    const isOurs = token.isOurs(new URLSearchParams(await c.req.text()).get('token') ?? '')
    if (!isOurs) return show(c, 403, keeper.known(), { outcome: phrase('operate.expired') })
    const reloaded = await reload()
    if (reloaded.ok)
      return show(c, 200, keeper.known(), { outcome: phrase('operate.reloaded'), faults: reloaded.value })
    return show(c, 200, keeper.known(), { outcome: phrase('operate.notReloaded'), faults: reloaded.problems })
  })
  app.post('/operate', pageHeaders, password, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    // Without what another site has filled in: the operator might save it.
    if (!(await isOwnForm(c))) return show(c, 403, keeper.known(), { outcome: otherSite(c, settings) })
    const form = new URLSearchParams(await c.req.text())
    const today = readOperateForm(form, lineAsUsual.settings.locales)
    const problems = checkToday(lineAsUsual, site.texts, today, now())
    const refuse = (status: 400 | 403, outcome?: Wording) =>
      show(c, status, { ...keeper.known(), version: versionOf(form) }, { today, problems, outcome })
    if (!token.isOurs(form.get('token') ?? '')) return refuse(403, phrase('operate.expired'))
    if (problems.length > 0) return refuse(400)
    if (form.get('do') === 'preview')
      return show(c, 200, { ...keeper.known(), version: versionOf(form) }, { today, isPreview: true })
    try {
      return await save(c, versionOf(form), today)
    } catch (cause) {
      return showUnread(c, cause, today)
    }
  })
  return app
}

function versionOf(form: URLSearchParams): number {
  return Number(form.get('version')) || 0
}
