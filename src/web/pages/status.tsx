/** `/<locale>/status`: whether the line answers and counts, and what each language has. It tells of nobody. */

import { version } from '../../../package.json'
import { sourceLocale } from '../../flow/settings.ts'
import { isOffered } from '../../line/offered.ts'
import { isSpoken } from '../../line/place.ts'
import { phrase } from '../../locale/phrases.ts'
import { formatMoment } from './format-time.ts'
import { infoTitle } from './info-names.ts'
import { Layout } from './layout.tsx'
import { Approval } from './operator.tsx'
import { lineNumber, type PageProps, titleWithName } from './site.ts'
import { topicSlugs } from './topic-paths.ts'

interface StatusProps extends PageProps {
  readonly countsWork: boolean
  readonly now: Date
}

export function StatusPage({ page, countsWork, now }: StatusProps) {
  const { line, words } = page
  const { name } = line.settings
  const title = words(infoTitle('status'))
  return (
    <Layout page={page} title={titleWithName(page, title)} pathFor={(each) => `/${each}/status`}>
      <h1>{title}</h1>
      <p class="lead">{words(phrase('info.answers', { name }))}</p>
      {!lineNumber(page) && <p>{words(phrase('page.noNumber'))}</p>}
      <p>{words(phrase(countsWork ? 'info.countsWork' : 'info.countsFail'))}</p>
      <h2>{words(phrase('page.languages'))}</h2>
      <ul class="cards">
        {line.settings.locales.map((each) => (
          <LanguageStatus page={page} told={each} />
        ))}
      </ul>
      <p>
        {words(phrase('info.version', { version }))}
        <br />
        {words(phrase('info.asOf', { time: formatMoment(page, now) }))}
      </p>
    </Layout>
  )
}

function LanguageStatus({ page, told }: PageProps & { readonly told: string }) {
  const { line, words } = page
  const { settings, reviewed } = line.locales[told] ?? {}
  const yesOrNo = (is: boolean) => words(phrase(is ? 'usage.yes' : 'usage.no'))
  const counts = reviewed && [reviewed.around, ...Object.values(reviewed.nodes)]
  const rows = [
    [phrase('info.phone'), yesOrNo(isSpoken(line, told))],
    [phrase('info.text'), yesOrNo(true)],
    [phrase('info.pages'), yesOrNo(true)],
    [phrase('usage.topics'), topicSlugs(line).filter((slug) => isOffered(line, told, slug)).length],
  ] as const
  return (
    <li>
      <h3 lang={told}>
        <bdi>{settings?.name}</bdi>
      </h3>
      <dl>
        {rows.map(([label, value]) => (
          <div>
            <dt>{words(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {counts && (
          <div>
            <dt>{words(phrase('info.unchecked'))}</dt>
            <dd>{counts.reduce((sum, { draft, stale }) => sum + draft + stale, 0)}</dd>
          </div>
        )}
      </dl>
      {told === sourceLocale(line.settings) && (
        <p>
          <Approval page={page} />
        </p>
      )}
    </li>
  )
}
