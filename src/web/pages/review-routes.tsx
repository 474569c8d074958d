/**
 * `/review`: for clinicians and translators, behind the operator's password. What they sign is written to `review.csv` on the operator's
 * own machine; elsewhere it travels in the form until they download it, and nothing is stored.
 */

import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { phrase } from '../../locale/phrases.ts'
import type { ReviewRows, Signature } from '../../locale/review.ts'
import { signerProblem, writeReview } from '../../locale/review-file.ts'
import { sheetsOf } from '../../review/groups.ts'
import type { Language } from '../../review/language.ts'
import { hasNotes, takeSheet } from '../../review/sheet.ts'
import { ownCookie } from '../../twilio/webhook-env.ts'
import type { Deps } from '../deps.ts'
import { otherSite, ownForms } from '../own-forms.ts'
import type { Content, ResponseCache } from '../response-cache.ts'
import { type ReviewForm, readReviewer, readReviewForm, signerOf } from './review-form.ts'
import { ReviewBrokenPage, ReviewContentsPage, ReviewIndexPage } from './review-index.tsx'
import type { ReviewPage } from './review-page.tsx'
import { mergeRows, pendingRows } from './review-pending.ts'
import { createReviewReader, type ReviewProject } from './review-reader.ts'
import { fileName, type Outcome } from './review-sign.tsx'
import { ReviewTopicPage } from './review-topic.tsx'
import { bestLocale, csvContent, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'

/** In bytes. All rows of a language that are not sent back yet may be in it. */
const LARGEST_FORM = 2 * 1024 * 1024
const REVIEWER_COOKIE = 'reviewer'

export function reviewRoutes(
  { review: files, settings, now }: Deps,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
  pageHeaders: MiddlewareHandler,
): Hono {
  const app = new Hono()
  if (!files) return app
  const readProject = createReviewReader(files)
  const isOwnForm = ownForms(settings)
  /** One form after another: each is written over what the last has left. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T,>(task: () => Promise<T>): Promise<T> => {
    const done = turn.then(task)
    turn = done.catch(() => {})
    return done
  }
  const send = (c: Context, page: Parameters<typeof pageContent>[1], status: Content['status'] = 200) =>
    cache.sendUncached(c, pageContent(bestLocale(c, site), page, 'no-store', status))
  const pageOf = (c: Context) => pageContext(site, bestLocale(c, site))
  const queryOf = (c: Context) => {
    const asked = c.req.query('language')
    return asked ? `?${new URLSearchParams({ language: asked })}` : ''
  }
  const sendBroken = (c: Context, problems: readonly string[]) =>
    send(c, <ReviewBrokenPage page={pageOf(c)} problems={problems} />, 500)

  /** The page of a language; with what its reviewer has not sent back yet. */
  const open = (c: Context, project: ReviewProject, language: Language, pending = ''): ReviewPage => ({
    page: pageOf(c),
    query: queryOf(c),
    language,
    source: settingsOf(project),
    pending,
    canWrite: files.write !== undefined,
  })

  const sendTopic = (
    c: Context,
    review: ReviewPage,
    topic = c.req.param('topic'),
    outcome: Outcome = {},
    form?: ReviewForm,
    status: Content['status'] = 200,
  ) => {
    const groups = sheetsOf(review.language)
    const group = groups.find(({ name }) => name === topic)
    if (!group) return c.notFound()
    const reviewer =
      form?.reviewer ?? readReviewer(new Map(new URLSearchParams(getCookie(c, REVIEWER_COOKIE))))
    const kept = (key: string) => Boolean(outcome.problem) || outcome.taken?.refused.has(key)
    const unsent = new Map(
      form?.entries.flatMap((each) => (kept(each.key) && hasNotes(each) ? [[each.key, each]] : [])),
    )
    return send(c, <ReviewTopicPage {...{ review, group, groups, reviewer, outcome, unsent }} />, status)
  }

  app.get('/review', guard, async (c) => {
    const project = await readProject()
    if (!project.ok) return sendBroken(c, project.problems)
    const languages = []
    for (const locale of project.value.locales) {
      languages.push(project.value.language(locale))
      // A quarter of a second each, when they are read for the first time: calls go first.
      await new Promise((resolve) => setTimeout(resolve))
    }
    return send(c, <ReviewIndexPage page={pageOf(c)} query={queryOf(c)} languages={languages} />)
  })
  app.get('/review/:locale/:topic?', guard, async (c) => {
    const project = await readProject()
    if (!project.ok) return sendBroken(c, project.problems)
    const locale = c.req.param('locale')
    if (!project.value.locales.includes(locale)) return c.notFound()
    const language = project.value.language(locale)
    if (!language.ok) return sendBroken(c, language.problems)
    const review = open(c, project.value, language.value)
    return c.req.param('topic') ? sendTopic(c, review) : send(c, <ReviewContentsPage review={review} />)
  })
  app.post('/review/:locale/:topic?', pageHeaders, guard, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    const isOwn = await isOwnForm(c)
    const form = readReviewForm(new URLSearchParams(isOwn ? await c.req.text() : ''))
    return inTurn(async () => {
      const project = await readProject()
      if (!project.ok) return sendBroken(c, project.problems)
      const locale = c.req.param('locale')
      const { locales, sourceLocale } = project.value
      if (!locales.includes(locale) || locale === sourceLocale) return c.notFound()
      const saved = project.value.language(locale)
      if (!saved.ok) return sendBroken(c, saved.problems)
      if (!isOwn)
        return sendTopic(
          c,
          open(c, project.value, saved.value),
          c.req.param('topic'),
          { problem: otherSite(c, settings) },
          undefined,
          403,
        )
      const withRows = (rows: ReviewRows) => project.value.language(locale, writeReview(rows))
      const before = withRows(mergeRows(saved.value, form.pending))
      if (!before.ok) return sendBroken(c, before.problems)
      const by = signerOf(form.reviewer)
      if (form.sign !== undefined && signerProblem(by) !== undefined) {
        const review = open(c, project.value, before.value, pendingRows(saved.value, before.value.rows))
        return sendTopic(c, review, c.req.param('topic'), { problem: phrase('review.noRole') }, form, 400)
      }
      const when = now().toISOString().slice(0, 10)
      const signature: Signature = { state: form.reviewer.state, by, when, how: 'human' }
      const { entries, sign } = form
      const taken = takeSheet(before.value.units, before.value.rows, { entries, sign, signature })
      if (files.write && (taken.signed.length > 0 || taken.noted > 0))
        await files.write(saved.value, taken.rows)
      remember(c, form)
      const [refused] = taken.refused.keys()
      if (form.wantsFile && !files.write && refused === undefined)
        return sendFile(c, locale, writeReview(taken.rows))
      const after = withRows(taken.rows)
      if (!after.ok) return sendBroken(c, after.problems)
      const pending = files.write ? '' : pendingRows(saved.value, taken.rows)
      const review = open(c, project.value, after.value, pending)
      // What was written and not taken over is shown first, wherever the reviewer was going.
      const topic = refused === undefined ? c.req.param('topic') : sheetOf(after.value, refused)
      if (topic === undefined) return send(c, <ReviewContentsPage review={review} />)
      const isAnswered = sign !== undefined || taken.noted > 0 || refused !== undefined
      return sendTopic(c, review, topic, isAnswered ? { taken } : {}, form, refused === undefined ? 200 : 409)
    })
  })

  const remember = (c: Context, { reviewer }: ReviewForm) =>
    setCookie(c, REVIEWER_COOKIE, new URLSearchParams({ ...reviewer }).toString(), {
      ...ownCookie(settings, '/review'),
      sameSite: 'Strict',
    })
  const sendFile = (c: Context, locale: string, body: string) =>
    cache.sendUncached(c, csvContent(fileName(locale), body))
  return app
}

function sheetOf(language: Language, key: string): string | undefined {
  return sheetsOf(language).find(({ units }) => units.some((unit) => unit.key === key))?.name
}

function settingsOf(project: ReviewProject) {
  const source = project.language(project.sourceLocale)
  return source.ok ? source.value.settings : undefined
}
