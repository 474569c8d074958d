/**
 * The pages and files of `/review` as responses: to a request, of a language that is read already.
 *
 * @example
 * const respond = createReviewResponses(files, settings, site, cache)
 * return respond.contents(c, respond.review(c, project, language))
 */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Result } from '../../authored/result.ts'
import type { Language } from '../../review/language.ts'
import { hasNotes } from '../../review/sheet.ts'
import { sheetsOf } from '../../review/sheets.ts'
import { ownCookie } from '../../twilio/webhook-env.ts'
import type { ReviewFiles, WebSettings } from '../deps.ts'
import type { Content, ResponseCache } from '../response-cache.ts'
import { type ReviewForm, readReviewer } from './review-form.ts'
import { ReviewBrokenPage, ReviewContentsPage, ReviewIndexPage } from './review-index.tsx'
import type { ReviewPage } from './review-page.tsx'
import type { ReviewProject } from './review-reader.ts'
import { fileName, type Outcome } from './review-sign.tsx'
import { ReviewTopicPage } from './review-topic.tsx'
import { bestLocale, csvContent, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'

interface Answered {
  /** The topic or file to show; that of the address where it is left out. */
  readonly topic?: string | undefined
  readonly outcome?: Outcome
  /** The form that this answers. */
  readonly form?: ReviewForm
  readonly status?: Content['status']
}

const REVIEWER_COOKIE = 'reviewer'

export function createReviewResponses(
  files: ReviewFiles,
  settings: WebSettings,
  site: Site,
  cache: ResponseCache,
) {
  const pageOf = (c: Context) => pageContext(site, bestLocale(c, site))
  const send = (c: Context, page: Parameters<typeof pageContent>[1], status: Content['status'] = 200) =>
    cache.sendUncached(c, pageContent(bestLocale(c, site), page, 'no-store', status))
  return {
    /** What the pages of a language are made from; `pending` are the rows that its reviewer has not sent back yet. */
    review: (c: Context, project: ReviewProject, language: Language, pending = ''): ReviewPage => ({
      page: pageOf(c),
      query: queryOf(c),
      language,
      source: settingsOf(project),
      pending,
      canWrite: files.write !== undefined,
    }),
    broken: (c: Context, problems: readonly string[]) =>
      send(c, <ReviewBrokenPage page={pageOf(c)} problems={problems} />, 500),
    index: (c: Context, languages: readonly Result<Language>[]) =>
      send(c, <ReviewIndexPage page={pageOf(c)} query={queryOf(c)} languages={languages} />),
    contents: (c: Context, review: ReviewPage) => send(c, <ReviewContentsPage review={review} />),
    topic(c: Context, review: ReviewPage, { topic, outcome = {}, form, status }: Answered = {}) {
      const sheets = sheetsOf(review.language)
      const sheet = sheets.find(({ name }) => name === (topic ?? c.req.param('topic')))
      if (!sheet) return c.notFound()
      const reviewer =
        form?.reviewer ?? readReviewer(new Map(new URLSearchParams(getCookie(c, REVIEWER_COOKIE))))
      const isKept = (key: string) => Boolean(outcome.problem) || outcome.taken?.refused.has(key)
      const unsent = new Map(
        form?.entries.flatMap((each) => (isKept(each.key) && hasNotes(each) ? [[each.key, each]] : [])),
      )
      return send(c, <ReviewTopicPage {...{ review, sheet, sheets, reviewer, outcome, unsent }} />, status)
    },
    file: (c: Context, locale: string, csv: string) =>
      cache.sendUncached(c, csvContent(fileName(locale), csv)),
    /** Keeps who signs in a cookie, so that nobody writes it for each topic. */
    remember: (c: Context, { reviewer }: ReviewForm) =>
      setCookie(c, REVIEWER_COOKIE, new URLSearchParams({ ...reviewer }).toString(), {
        ...ownCookie(settings, '/review'),
        sameSite: 'Strict',
      }),
  }
}

function queryOf(c: Context): string {
  const asked = c.req.query('language')
  return asked ? `?${new URLSearchParams({ language: asked })}` : ''
}

function settingsOf(project: ReviewProject) {
  const source = project.language(project.sourceLocale)
  return source.ok ? source.value.settings : undefined
}
