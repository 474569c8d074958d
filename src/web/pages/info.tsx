/** `/<locale>/about`, `/sources`, `/privacy`, `/terms` and `/accessibility`: plain words about the line itself. */

import { KEYS } from '../../line/keys.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { clipOrigins } from '../recordings.ts'
import { Licence } from './footer.tsx'
import { type InfoName, infoTitle } from './info-names.ts'
import { Layout } from './layout.tsx'
import { Approval, Operator } from './operator.tsx'
import type { PageProps } from './site.ts'
import { titleWithName } from './site.ts'
import { SourceMenus } from './sources.tsx'

/** The words that carriers know everywhere (docs/design/twilio.md). */
const CARRIER_WORDS = { stop: 'STOP', start: 'START', help: 'HELP' }

const BODIES = {
  about: About,
  sources: Sources,
  privacy: Privacy,
  terms: Terms,
  accessibility: Accessibility,
}

export function InfoPage({ page, name }: PageProps & { readonly name: Exclude<InfoName, 'status'> }) {
  const { line, words } = page
  const title =
    name === 'about' ? words(phrase('page.home', { name: line.settings.name })) : words(infoTitle(name))
  const Body = BODIES[name]
  return (
    <Layout
      page={page}
      title={titleWithName(page, title)}
      description={words(phrase('page.description', { name: line.settings.name }))}
      pathFor={(each) => `/${each}/${name}`}
    >
      <h1>{title}</h1>
      <Body page={page} />
    </Layout>
  )
}

function About({ page }: PageProps) {
  const { line, base, locale, words } = page
  const { name } = line.settings
  return (
    <>
      <p class="lead">{words(phrase('info.aboutWhat', { name }))}</p>
      <Passage page={page} title={phrase('info.aboutNot')} texts={[phrase('info.aboutNotWhat', { name })]} />
      <h2>{words(phrase('info.who'))}</h2>
      <p>
        <Operator page={page} />
      </p>
      <h2>{words(phrase('info.from'))}</h2>
      <p>
        {words(phrase('info.fromWhat'))}{' '}
        <a href={`${base}/${locale}/sources`}>{words(phrase('info.sources'))}</a>
      </p>
      <p>
        <Approval page={page} />
      </p>
      <p>
        <Licence page={page} />
      </p>
    </>
  )
}

function Sources({ page }: PageProps) {
  return (
    <>
      <p class="lead">{page.words(phrase('info.fromWhat'))}</p>
      <SourceMenus page={page} />
    </>
  )
}

function Privacy({ page }: PageProps) {
  const sites = clipOrigins(page.line).join(', ')
  const passages: readonly (readonly [Wording, Wording])[] = [
    [phrase('info.counted'), phrase('info.countedWhat')],
    [phrase('info.shared'), phrase('info.sharedWhat')],
    [phrase('info.stopped'), phrase('info.stoppedWhat')],
    [phrase('info.held'), phrase('info.heldWhat')],
    [phrase('info.onPages'), phrase('info.onPagesWhat')],
    ...(sites ? [[phrase('info.clips'), phrase('info.clipsWhat', { sites })] as const] : []),
    [phrase('info.others'), phrase('info.othersWhat')],
  ]
  return <Notice page={page} lead={phrase('page.privacyKept')} passages={passages} />
}

function Terms({ page }: PageProps) {
  const { line } = page
  const passages = [
    [phrase('info.often'), phrase('info.oftenWhat', { name: line.settings.name })],
    [phrase('info.cost'), phrase('info.costWhat')],
    [phrase('info.stopping'), phrase('info.stoppingWhat', CARRIER_WORDS)],
    [phrase('info.agree'), phrase('info.agreeWhat')],
    [phrase('info.carriers'), phrase('info.carriersWhat')],
    [phrase('info.promise'), phrase('info.promiseWhat')],
  ] as const
  return <Notice page={page} lead={phrase('page.advice')} passages={passages} />
}

/** What is promised, passage by passage, and by whom. */
function Notice({
  page,
  lead,
  passages,
}: PageProps & { readonly lead: Wording; readonly passages: readonly (readonly [Wording, Wording])[] }) {
  const { words } = page
  return (
    <>
      <p class="lead">{words(lead)}</p>
      {passages.map(([title, text]) => (
        <Passage page={page} title={title} texts={[text]} />
      ))}
      <h2>{words(phrase('info.who'))}</h2>
      <p>
        <Operator page={page} />
      </p>
    </>
  )
}

function Accessibility({ page }: PageProps) {
  const { words } = page
  const works = [phrase('info.byPhone', { ways: KEYS.ways }), phrase('info.byText'), phrase('info.byPage')]
  return (
    <>
      <p class="lead">{words(phrase('info.accessWhat'))}</p>
      <Passage page={page} title={phrase('info.works')} texts={works} />
      <Passage
        page={page}
        title={phrase('info.tested')}
        texts={[phrase('info.testedWhat'), phrase('info.untested')]}
      />
      <Passage page={page} title={phrase('info.limits')} texts={[phrase('info.limitsWhat')]} />
      <h2>{words(phrase('info.tell'))}</h2>
      <p>
        {words(phrase('info.tellWhat'))} <Operator page={page} />
      </p>
    </>
  )
}

interface PassageProps extends PageProps {
  readonly title: Wording
  readonly texts: readonly Wording[]
}

function Passage({ page: { words }, title, texts }: PassageProps) {
  return (
    <>
      <h2>{words(title)}</h2>
      {texts.map((text) => (
        <p>{words(text)}</p>
      ))}
    </>
  )
}
