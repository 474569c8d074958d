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
import { inForce } from '../../line/today.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { changedSwitches, SWITCHES } from '../../today/changes.ts'
import { checkToday } from '../../today/check.ts'
import { type KnownToday, readToday, saveToday } from '../../today/rows.ts'
import { withTimeout } from '../../usage/stores/store.ts'
import type { Deps } from '../deps.ts'
import { createFormToken } from '../form-token.ts'
import type { Lasting } from '../lasting.ts'
import { otherSite, ownForms } from '../own-forms.ts'
import type { ResponseCache } from '../response-cache.ts'
import { readOperateForm } from './operate-form.ts'
import { createOperateResponses } from './operate-responses.tsx'
import { bestLocale } from './send-page.tsx'
import type { Site } from './site.ts'

/** In bytes: an announcement in six languages, each letter of which may take nine. */
const LARGEST_FORM = 32 * 1024
/** So long a page waits for the database. */
const WAIT_MS = 5000

export function operateRoutes(
  deps: Deps,
  site: Site,
  cache: ResponseCache,
  { password, today: keeper }: Lasting,
  pageHeaders: MiddlewareHandler,
): Hono {
  const { line, lineAsUsual = line, today: kept, settings, now, reload, faults: faultsNow } = deps
  const app = new Hono()
  if (!kept) return app
  const { store } = kept
  const token = createFormToken('operate', settings, () => now().getTime())
  const isOwnForm = ownForms(settings)
  const respond = createOperateResponses(deps, site, cache, { token, keeper })
  const save = async (c: Context, version: number, today: Today) => {
    const before = await withTimeout(readToday(store), WAIT_MS)
    const changed = changedSwitches(inForce(lineAsUsual, before.today, now()), today)
    const late = (known: KnownToday) =>
      respond.page(c, 409, { outcome: phrase('operate.other'), yours: today }, known)
    if (before.version !== version) return late(before)
    if (changed.length === 0)
      return respond.page(c, 200, { outcome: phrase('operate.nothingChanged') }, before)
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
      return respond.page(c, 200, { saved, outcome, faults }, await withTimeout(readToday(store), WAIT_MS))
    } catch (cause) {
      return respond.unread(c, cause)
    }
  })
  app.post('/operate/reload', pageHeaders, password, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    if (!reload) return c.notFound()
    if (!(await isOwnForm(c))) return respond.page(c, 403, { outcome: otherSite(c, settings) })
    const isOurs = token.isOurs(new URLSearchParams(await c.req.text()).get('token') ?? '')
    if (!isOurs) return respond.page(c, 403, { outcome: phrase('operate.expired') })
    const reloaded = await reload()
    if (reloaded.ok)
      return respond.page(c, 200, {
        outcome: phrase('operate.reloaded'),
        faults: reloaded.value,
      })
    return respond.page(c, 200, {
      outcome: phrase('operate.notReloaded'),
      faults: reloaded.problems,
    })
  })
  app.post('/operate', pageHeaders, password, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    // Without what another site has filled in: the operator might save it.
    if (!(await isOwnForm(c))) return respond.page(c, 403, { outcome: otherSite(c, settings) })
    const form = new URLSearchParams(await c.req.text())
    const today = readOperateForm(form, lineAsUsual.settings.locales)
    const problems = checkToday(lineAsUsual, site.texts, today, now())
    // The version that the operator has seen: what somebody else saves meanwhile must not be lost.
    const sent = () => ({ ...keeper.known(), version: versionOf(form) })
    const refuse = (status: 400 | 403, outcome?: Wording) =>
      respond.page(c, status, { today, problems, outcome }, sent())
    if (!token.isOurs(form.get('token') ?? '')) return refuse(403, phrase('operate.expired'))
    if (problems.length > 0) return refuse(400)
    if (form.get('do') === 'preview') return respond.page(c, 200, { today, isPreview: true }, sent())
    try {
      return await save(c, versionOf(form), today)
    } catch (cause) {
      return respond.unread(c, cause, { today, known: sent() })
    }
  })
  return app
}

function versionOf(form: URLSearchParams): number {
  return Number(form.get('version')) || 0
}
