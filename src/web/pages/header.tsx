/** The head of every page: the emergency number, the name of the line, the main pages, and the other languages. */
import { phrase } from '../../locale/phrases.ts'
import { assetPath } from '../assets.ts'
import { EmergencyLink } from './numbers.tsx'
import { type PageProps, pageContext } from './site.ts'

export interface PathFor {
  /** The path of this page in a language, without the base. A page in one language has none. */
  readonly pathFor?: ((locale: string) => string) | undefined
}

export function Header({ page, pathFor }: PageProps & PathFor) {
  const { line, base, assets, locale, words } = page
  const { name, locales } = line.settings
  const home = `${base}/${locale}`
  const links = [
    [`${home}#topics`, phrase('page.topics')],
    [`${home}#numbers`, phrase('page.numbers')],
    [`${home}/card`, phrase('page.card'), 'minor'],
    [`${home}/about`, phrase('info.about'), 'minor'],
  ] as const
  return (
    <header class="site">
      <EmergencyLink page={page} />
      <div class="masthead">
        <nav aria-label={words(phrase('info.main'))}>
          <a class="brand" href={home}>
            <img src={base + assetPath(assets, 'icon.svg')} alt="" width="36" height="36" />
            <strong>{name}</strong>
          </a>
          <ul>
            {links.map(([href, label, kind]) => (
              <li class={kind}>
                <a href={href}>{words(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
        {pathFor && locales.length > 1 && <LanguageLinks page={page} pathFor={pathFor} />}
      </div>
    </header>
  )
}

function LanguageLinks({ page, pathFor }: PageProps & Required<PathFor>) {
  const { line, base, locale, words } = page
  return (
    <nav aria-label={words(phrase('page.languages'))} class="languages">
      <ul>
        {line.settings.locales.map((each) => (
          <li>
            <a
              href={base + pathFor?.(each)}
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
    </nav>
  )
}
