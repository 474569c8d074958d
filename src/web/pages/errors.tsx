/** The error pages (404 and 500): what happened, the way back, and people to call. */
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, EmergencyLink, PeopleToCall } from './numbers.tsx'
import type { PageProps } from './site.ts'

export function ErrorPage({ page, kind }: PageProps & { readonly kind: 'notFound' | 'failed' }) {
  const { line, base, locale, words } = page
  const { name } = line.settings
  const title = words(phrase(`page.${kind}`))
  return (
    <Layout page={page} title={`${title} – ${name}`} pathFor={(each) => `/${each}`}>
      <h1>{title}</h1>
      <p>{words(phrase(`page.${kind}Why`))}</p>
      <p>
        <a href={`${base}/${locale}`}>{words(phrase('page.home', { name }))}</a>
      </p>
      <EmergencyLink page={page} />
      <CallAndText page={page} />
      <PeopleToCall page={page} />
    </Layout>
  )
}
