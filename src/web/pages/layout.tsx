/**
 * The frame of every page: language, style sheet, a way past the head, links to the other languages.
 *
 * @example
 * <Layout reading={reading} title="Not found" pathFor={(locale) => `/${locale}`}>…</Layout>
 */
import type { Child } from 'hono/jsx'
import { phrase } from '../../locale/phrases.ts'
import { assetPath } from '../assets.ts'
import { type Reading, reading as readingIn } from './site.ts'

interface LayoutProps {
  readonly reading: Reading
  readonly title: string
  readonly description?: string
  /** The address of this page in a language, under the base; none where the page has no others. */
  readonly pathFor?: (locale: string) => string
  /** Beside or in place of the sheet that all pages share. */
  readonly styles?: readonly string[]
  readonly script?: string
  readonly children?: Child
}

export function Layout({
  reading,
  title,
  description,
  pathFor,
  styles = ['pages.css'],
  script,
  children,
}: LayoutProps) {
  const { line, base, assets, locale, settings, words } = reading
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
        {/* No icon: without this a browser asks for one at /favicon.ico. */}
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
            {pathFor && locales.length > 1 && <LanguageLinks reading={reading} pathFor={pathFor} />}
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer>
          <small>{words(phrase('page.advice'))}</small>
        </footer>
      </body>
    </html>
  )
}

function LanguageLinks({
  reading,
  pathFor,
}: {
  readonly reading: Reading
  readonly pathFor: (locale: string) => string
}) {
  const { line, base, locale } = reading
  return (
    <ul>
      {line.settings.locales.map((each) => (
        <li>
          <a
            href={base + pathFor(each)}
            lang={each}
            hreflang={each}
            dir={readingIn(reading, each).settings.direction}
            aria-current={each === locale ? 'page' : undefined}
          >
            {readingIn(reading, each).settings.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
