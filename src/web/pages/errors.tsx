/** Where there is no page, or making one failed: what happened, the way back, and people to call. */
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import type { Reading } from './site.ts'

export function NotFound({ reading }: { readonly reading: Reading }) {
  const { words } = reading
  return (
    <Trouble
      reading={reading}
      title={words(phrase('page.notFound'))}
      why={words(phrase('page.notFoundWhy'))}
    />
  )
}

export function Failed({ reading }: { readonly reading: Reading }) {
  const { words } = reading
  return (
    <Trouble reading={reading} title={words(phrase('page.failed'))} why={words(phrase('page.failedWhy'))} />
  )
}

function Trouble({
  reading,
  title,
  why,
}: {
  readonly reading: Reading
  readonly title: string
  readonly why: string
}) {
  const { line, base, locale, words } = reading
  const { name } = line.settings
  return (
    <Layout reading={reading} title={`${title} – ${name}`} pathFor={(each) => `/${each}`}>
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a href={`${base}/${locale}`}>{words(phrase('page.home', { name }))}</a>
      </p>
      <CallAndText reading={reading} />
      <PeopleToCall reading={reading} />
    </Layout>
  )
}
