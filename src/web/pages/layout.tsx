/**
 * The frame of every page: language, style sheets, skip link (WCAG 2.4.1), links to the other languages.
 *
 * @example
 * <Layout page={page} title="Not found" pathFor={(locale) => `/${locale}`}>…</Layout>
 */
import type { Child } from 'hono/jsx'
import { uncheckedPrompts } from '../../line/prompts.ts'
import { phrase } from '../../locale/phrases.ts'
import { assetPath } from '../assets.ts'
import { type PageProps, pageContext, pagePlace } from './site.ts'

interface LayoutProps extends PageProps {
  readonly title: string
  readonly description?: string
  /** The path of this page in a language, without the base. A page in one language has none. */
  readonly pathFor?: (locale: string) => string
  /** Replaces the style sheet that all pages share. */
  readonly styles?: readonly string[]
  readonly script?: string
  readonly children?: Child
}

export function Layout({
  page,
  title,
  description,
  pathFor,
  styles = ['pages.css'],
  script,
  children,
}: LayoutProps) {
  const { line, base, assets, locale, settings, words } = page
  const { name, locales } = line.settings
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
        {/* An empty icon: else browsers ask for /favicon.ico. */}
        <link rel="icon" href="data:," />
        {pathFor &&
          locales.map((each) => <link rel="alternate" hreflang={each} href={base + pathFor(each)} />)}
        {script && <script type="module" src={base + assetPath(assets, script)} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words(phrase('page.skip'))}
        </a>
        <header>
          <nav aria-label={words(phrase('page.languages'))}>
            <a href={`${base}/${locale}`}>
              <strong>{name}</strong>
            </a>
            <a href={`${base}/${locale}#topics`}>{words(phrase('page.topics'))}</a>
            {pathFor && locales.length > 1 && <LanguageLinks page={page} pathFor={pathFor} />}
          </nav>
        </header>
        <main id="main">
          {/* In the demo, of a language that nobody has signed. */}
          {uncheckedPrompts(pagePlace(page)).map((prompt) => (
            <p>
              <small>{words(prompt)}</small>
            </p>
          ))}
          {children}
        </main>
        <footer>
          <p>{words(phrase('page.advice'))}</p>
          <p>
            <a href={`${base}/${locale}#privacy`}>{words(phrase('page.privacy'))}</a>{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              CC BY 4.0
            </a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function LanguageLinks({ page, pathFor }: PageProps & Required<Pick<LayoutProps, 'pathFor'>>) {
  const { line, base, locale } = page
  return (
    <ul>
      {line.settings.locales.map((each) => (
        <li>
          <a
            href={base + pathFor(each)}
            lang={each}
            hreflang={each}
            dir={pageContext(page, each).settings.direction}
            aria-current={each === locale ? 'page' : undefined}
          >
            {pageContext(page, each).settings.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
