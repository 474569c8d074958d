/**
 * The frame of every page: language, style sheets, what search engines and social networks read, skip link (WCAG 2.4.1), head and foot.
 *
 * @example
 * <Layout page={page} title="Not found" pathFor={(locale) => `/${locale}`}>…</Layout>
 */
import type { Child } from 'hono/jsx'
import { uncheckedPrompts } from '../../line/prompts.ts'
import { phrase } from '../../locale/phrases.ts'
import { assetPath } from '../assets.ts'
import { Footer } from './footer.tsx'
import { Header, type PathFor } from './header.tsx'
import { OperatorNav, type OperatorPage } from './operator-nav.tsx'
import { type PageProps, pagePlace } from './site.ts'

interface LayoutProps extends PageProps, PathFor {
  readonly title: string
  readonly description?: string | undefined
  /** Replaces the style sheet that all pages share. */
  readonly styles?: readonly string[]
  readonly script?: string
  /** Which of the pages behind the operator's password this is. */
  readonly operatorPage?: OperatorPage | undefined
  readonly children?: Child
}

export function Layout({
  page,
  title,
  description,
  pathFor,
  styles = ['pages.css'],
  script,
  operatorPage,
  children,
}: LayoutProps) {
  const { base, assets, locale, settings, words } = page
  return (
    <html lang={locale} dir={settings.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {styles.map((name) => (
          <link rel="stylesheet" href={base + assetPath(assets, name)} />
        ))}
        <link rel="icon" href={base + assetPath(assets, 'icon.svg')} type="image/svg+xml" />
        <Sharing page={page} title={title} description={description} pathFor={pathFor} />
        {script && <script type="module" src={base + assetPath(assets, script)} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words(phrase('page.skip'))}
        </a>
        <Header page={page} pathFor={pathFor} />
        {operatorPage && <OperatorNav page={page} current={operatorPage} />}
        <main id="main">
          {/* In the demo, of a language that nobody has signed. */}
          {uncheckedPrompts(pagePlace(page)).map((prompt) => (
            <p>
              <small>{words(prompt)}</small>
            </p>
          ))}
          {children}
        </main>
        <Footer page={page} />
      </body>
    </html>
  )
}

/** For search engines the same page in other languages; for social networks its title, words and picture, by full addresses. */
function Sharing({
  page,
  title,
  description,
  pathFor,
}: Pick<LayoutProps, 'page' | 'title' | 'description' | 'pathFor'>) {
  const { line, origin, base, assets, locale } = page
  if (!pathFor) return null
  const addressOf = (path: string) => origin + base + path
  return (
    <>
      {/* Search engines take full addresses alone. */}
      {origin &&
        line.settings.locales.map((each) => (
          <link rel="alternate" hreflang={each} href={addressOf(pathFor(each))} />
        ))}
      {origin && <link rel="canonical" href={addressOf(pathFor(locale))} />}
      <meta property="og:title" content={title} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={line.settings.name} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:image" content={addressOf(assetPath(assets, 'social.png'))} />
      <meta property="og:image:alt" content="" />
    </>
  )
}
