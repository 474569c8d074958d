/**
 * `/review`: for clinicians and translators, behind the operator's password. What they sign is written to `review.csv` on the operator's
 * own machine; elsewhere it travels in the form until they download it, and nothing is stored.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { phrase } from '../../locale/phrases.ts'
import { reviewPath, writeReview } from '../../locale/review-file.ts'
import type { Language } from '../../review/language.ts'
import { sheetsOf } from '../../review/sheets.ts'
import type { Deps } from '../deps.ts'
import { otherSite, ownForms } from '../own-forms.ts'
import type { ResponseCache } from '../response-cache.ts'
import { type ReviewForm, readReviewForm } from './review-form.ts'
import { createReviewReader } from './review-reader.ts'
import { createReviewResponses } from './review-responses.tsx'
import { submitReview } from './review-submit.ts'
import type { Site } from './site.ts'

/** In bytes. All rows of a language that are not sent back yet may be in it. */
const LARGEST_FORM = 2 * 1024 * 1024

export function reviewRoutes(
  { review: files, settings, now, logError }: Deps,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
  pageHeaders: MiddlewareHandler,
): Hono {
  const app = new Hono()
  if (!files) return app
  const { write } = files
  const readProject = createReviewReader(files)
  const respond = createReviewResponses(files, settings, site, cache)
  const isOwnForm = ownForms(settings)
  const inTurn = createQueue()

  /** Takes a form that the password has let in; null is one of another site, of which nothing is taken. */
  const answerForm = async (c: Context, form: ReviewForm | null) => {
    const project = await readProject()
    if (!project.ok) return respond.broken(c, project.problems)
    const { locale = '', topic } = c.req.param()
    const { locales, sourceLocale } = project.value
    if (!locales.includes(locale) || locale === sourceLocale) return c.notFound()
    const saved = project.value.language(locale)
    if (!saved.ok) return respond.broken(c, saved.problems)
    if (!form) {
      const outcome = { problem: otherSite(c, settings) }
      return respond.topic(c, respond.review(c, project.value, saved.value), { outcome, status: 403 })
    }
    const target = { project: project.value, saved: saved.value, write }
    const submitted = await submitReview(target, form, now().toISOString().slice(0, 10))
    if (!submitted.ok) return respond.broken(c, submitted.problems)
    const { language, pending, outcome } = submitted.value
    const review = respond.review(c, project.value, language, pending)
    if ('refused' in outcome) {
      const { refused } = outcome
      if (refused.kind === 'no-role')
        return respond.topic(c, review, { outcome: { problem: phrase('review.noRole') }, form, status: 400 })
      logError(refused.cause, 'writing a review')
      const problem = phrase('review.unsaved', { file: reviewPath(locale) })
      return respond.topic(c, review, { outcome: { problem }, form, status: 500 })
    }
    const { taken } = outcome
    respond.remember(c, form)
    const [refused] = taken.refused.keys()
    if (refused !== undefined) {
      // A refused text is shown first, with what the reviewer wrote, whatever page was asked for.
      const shown = sheetOf(language, refused) ?? topic
      return respond.topic(c, review, { topic: shown, outcome: { taken }, form, status: 409 })
    }
    if (form.wantsFile && !write) return respond.file(c, locale, writeReview(taken.rows))
    if (topic === undefined) return respond.contents(c, review)
    const isAnswered = form.sign !== undefined || taken.noted > 0
    return respond.topic(c, review, { outcome: isAnswered ? { taken } : {}, form })
  }

  app.get('/review', guard, async (c) => {
    const project = await readProject()
    if (!project.ok) return respond.broken(c, project.problems)
    const languages = []
    for (const locale of project.value.locales) {
      languages.push(project.value.language(locale))
      // A quarter of a second each, when they are read for the first time: calls go first.
      await new Promise((resolve) => setTimeout(resolve))
    }
    return respond.index(c, languages)
  })
  app.get('/review/:locale/:topic?', guard, async (c) => {
    const project = await readProject()
    if (!project.ok) return respond.broken(c, project.problems)
    const { locale, topic } = c.req.param()
    if (!project.value.locales.includes(locale)) return c.notFound()
    const language = project.value.language(locale)
    if (!language.ok) return respond.broken(c, language.problems)
    const review = respond.review(c, project.value, language.value)
    return topic ? respond.topic(c, review) : respond.contents(c, review)
  })
  app.post('/review/:locale/:topic?', pageHeaders, guard, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    const isOwn = await isOwnForm(c)
    const form = isOwn ? readReviewForm(new URLSearchParams(await c.req.text())) : null
    return inTurn(async () => answerForm(c, form))
  })
  return app
}

/** Performs one task after another: each form is written over what the last has left. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task)
    last = done.catch(() => {})
    return done
  }
}

function sheetOf(language: Language, key: string): string | undefined {
  return sheetsOf(language).find(({ units }) => units.some((unit) => unit.key === key))?.name
}
