/** The pages for what fails: what happened, the way on, and people to call. */
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import type { PageProps } from './site.ts'

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
  const { line, base, locale, words } = page
  const [title, why] = ERRORS[status]
  return (
    <Layout page={page} title={`${words(title)} – ${line.settings.name}`} pathFor={(each) => `/${each}`}>
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

export function isErrorStatus(status: number): status is ErrorStatus {
  return status in ERRORS
}
