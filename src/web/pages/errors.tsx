/** The error pages (404 and 500): what happened, the way back, and people to call. */
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import type { PageContext } from './site.ts'

export function NotFoundPage({ page }: { readonly page: PageContext }) {
  const { words } = page
  return (
    <ErrorPage page={page} title={words(phrase('page.notFound'))} why={words(phrase('page.notFoundWhy'))} />
  )
}

export function FailurePage({ page }: { readonly page: PageContext }) {
  const { words } = page
  return <ErrorPage page={page} title={words(phrase('page.failed'))} why={words(phrase('page.failedWhy'))} />
}

function ErrorPage({
  page,
  title,
  why,
}: {
  readonly page: PageContext
  readonly title: string
  readonly why: string
}) {
  const { line, base, locale, words } = page
  const { name } = line.settings
  return (
    <Layout page={page} title={`${title} – ${name}`} pathFor={(each) => `/${each}`}>
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a href={`${base}/${locale}`}>{words(phrase('page.home', { name }))}</a>
      </p>
      <CallAndText page={page} />
      <PeopleToCall page={page} />
    </Layout>
  )
}
