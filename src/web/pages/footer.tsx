/** The foot of every page: what the line is not, who runs it, who has approved its words, pages about it, the licence. */
import { phrase } from '../../locale/phrases.ts'
import { infoNames, infoTitle } from './info-names.ts'
import { Approval, Operator } from './operator.tsx'
import type { PageProps } from './site.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

export function Footer({ page }: PageProps) {
  const { base, locale, words } = page
  const home = `${base}/${locale}`
  return (
    <footer class="site">
      <p>
        <strong>{words(phrase('page.advice'))}</strong>
      </p>
      <p>
        <Operator page={page} />
        <br />
        <Approval page={page} />
      </p>
      <nav aria-label={words(phrase('info.foot'))}>
        <ul>
          {infoNames.map((name) => (
            <li>
              <a href={`${home}/${name}`}>{words(infoTitle(name))}</a>
            </li>
          ))}
          <li>
            <a href={`${home}/card`}>{words(phrase('page.card'))}</a>
          </li>
        </ul>
      </nav>
      <p>
        <Licence page={page} />
      </p>
    </footer>
  )
}

export function Licence({ page: { words } }: PageProps) {
  return (
    <>
      {words(phrase('info.licence'))}{' '}
      <a href={LICENCE} rel="license" dir="ltr">
        CC BY 4.0
      </a>
    </>
  )
}
