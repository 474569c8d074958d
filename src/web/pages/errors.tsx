/** The pages for what fails, and for a topic that is off today: what happened, the way on, and people to call. */

import { nodeText } from '../../line/place.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import type { PageProps } from './site.ts'
import { titleWithName } from './site.ts'

export type ErrorStatus = keyof typeof ERRORS

const ERRORS = {
  401: [phrase('info.noPassword'), phrase('info.noPasswordWhy')],
  403: [phrase('info.closed'), phrase('info.closedWhy')],
  404: [phrase('page.notFound'), phrase('page.notFoundWhy')],
  413: [phrase('info.tooLarge'), phrase('info.tooLargeWhy')],
  429: [phrase('info.tooMany'), phrase('info.tooManyWhy')],
  500: [phrase('page.failed'), phrase('page.failedWhy')],
} as const

export function ErrorPage({ page, status }: PageProps & { readonly status: ErrorStatus }) {
  const [title, why] = ERRORS[status]
  return <Failure page={page} title={title} why={why} />
}

export function OffTodayPage({ page, slug }: PageProps & { readonly slug: string }) {
  return <Failure page={page} title={offToday(slug)} why={phrase('info.offTodayWhy')} />
}

/** The sentence that says that a topic is off today. */
export function offToday(slug: string): Wording {
  return phrase('phone.offToday', { topic: nodeText(slug, 'title') })
}

export function isErrorStatus(status: number): status is ErrorStatus {
  return status in ERRORS
}

function Failure({ page, title, why }: PageProps & { readonly title: Wording; readonly why: Wording }) {
  const { base, locale, words } = page
  return (
    <Layout page={page} title={titleWithName(page, words(title))} pathFor={(each) => `/${each}`}>
      <h1>{words(title)}</h1>
      <p class="lead">{words(why)}</p>
      <p class="actions">
        <a class="second" href={`${base}/${locale}`}>
          {words(phrase('info.start'))}
        </a>
      </p>
      <CallAndText page={page} />
      <PeopleToCall page={page} />
    </Layout>
  )
}
