/**
 * `/<locale>/<word>`: a topic to read: what its first text says in short, and all that a caller hears. Readable without a script.
 * A sensitive topic asks first, as it does by phone and by text.
 */

import type { TopicNode } from '../../flow/topic.ts'
import type { ChannelContext } from '../../line/event.ts'
import { KEYS } from '../../line/keys.ts'
import { partsAt, promptsAt } from '../../line/nodes/index.ts'
import { partNames } from '../../line/nodes/topic.ts'
import { nodeText, type Place, phoneOf } from '../../line/place.ts'
import { atPart, positionAt } from '../../line/position.ts'
import { numbered } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { quickDial } from '../../voice/quick-dial.ts'
import { Layout } from './layout.tsx'
import { EmergencyLink } from './numbers.tsx'
import { QrCode } from './qr-code.tsx'
import { lineNumber, type PageContext, type PageProps, pagePlace } from './site.ts'
import { SourceList } from './source-list.tsx'
import { topicPath } from './topic-paths.ts'
import { topicWord } from './topics.tsx'

interface TopicProps extends PageProps {
  readonly slug: string
}

/** Where the reader has not agreed yet, the address of the topic itself ends in this query. */
export const AGREED = 'read=yes'

export function TopicPage({ page, slug }: TopicProps) {
  const { line, words } = page
  const node = line.nodes[slug]
  if (node?.kind !== 'topic') return null
  const title = words(nodeText(slug, 'title'))
  const short = textsOfParts(page, slug, 'sms')
  return (
    <Layout
      page={page}
      title={`${title} – ${line.settings.name}`}
      description={short[0]?.text ?? ''}
      pathFor={(each) => pathIn(page, each, slug)}
      script="topic.js"
    >
      <article>
        <h1>{title}</h1>
        <EmergencyLink page={page} />
        <p class="lead">{short[0]?.text}</p>
        <p class="actions" id="listen" hidden>
          <button type="button" class="second" data-listen={words(phrase('page.listen'))}>
            {words(phrase('page.listen'))}
          </button>
        </p>
        <h2>{words(phrase('page.inFull'))}</h2>
        <div id="text">
          {readableParts(page, node, slug).map((text) => (
            <p>{text}</p>
          ))}
        </div>
        <Ways page={page} slug={slug} />
        <Related page={page} slugs={node.related} />
        <SourceList page={page} node={node} />
      </article>
    </Layout>
  )
}

/** The question before a sensitive topic. */
export function AskPage({ page, slug }: TopicProps) {
  const { line, base, locale, words } = page
  const consent = line.guards[slug] ?? ''
  const title = words(nodeText(slug, 'title'))
  return (
    <Layout
      page={page}
      title={`${title} – ${line.settings.name}`}
      pathFor={(each) => pathIn(page, each, slug)}
    >
      <h1>{title}</h1>
      <p class="lead">{words(nodeText(consent, 'sms.ask'))}</p>
      <p class="actions">
        <a href={`${base}${topicPath(page, slug)}?${AGREED}`}>{words(phrase('page.show', { title }))}</a>
        <a class="second" href={`${base}/${locale}`}>
          {words(phrase('page.notNow'))}
        </a>
      </p>
    </Layout>
  )
}

/** By phone and by text, where the line has a number. */
function Ways({ page, slug }: TopicProps) {
  const { line, texts, locale, words } = page
  const number = lineNumber(page)
  const [topic] = numbered(line, slug)
  if (!number || !topic) return null
  const phone = phoneOf(number, line.settings.country)
  const dial = quickDial(line, texts, number, locale, topic.number)
  const word = topicWord(page, topic)
  return (
    <section aria-labelledby="ways" class="ways">
      <h2 id="ways">{words(phrase('page.ways'))}</h2>
      <p class="actions">
        <a href={`tel:${dial}`}>{words(phrase('page.call', { number: phone }))}</a>
        <a class="second" href={`sms:${number}?&body=${encodeURIComponent(word)}`}>
          {words(phrase('page.textWord', { word, number: phone }))}
        </a>
      </p>
      <p>{words(phrase('page.topicNumber', { key: KEYS.number, number: topic.number }))}</p>
      <QrCode
        content={`tel:${dial}`}
        label={words(phrase('card.scanTopic', { title: nodeText(slug, 'title') }))}
      />
    </section>
  )
}

function Related({ page, slugs }: PageProps & { readonly slugs: readonly string[] }) {
  const { base, words } = page
  if (slugs.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 id="related">{words(phrase('page.related'))}</h2>
      <ul class="links">
        {slugs.map((slug) => (
          <li>
            <a href={base + topicPath(page, slug)}>{words(nodeText(slug, 'title'))}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is spoken, and what only texts tell. */
function readableParts(page: PageContext, node: TopicNode, slug: string): readonly string[] {
  const spoken = textsOfParts(page, slug, 'voice')
  const { country } = pagePlace(page).context
  const told = partNames(node, 'voice', country)
  const texted = textsOfParts(page, slug, 'sms').filter(({ name }) => !told.includes(name))
  // A text whose facts are all in what is spoken says nothing more.
  const toldTwice = node.facts.flatMap(({ sms }) => sms)
  return [...spoken, ...texted.filter(({ name }) => !toldTwice.includes(name))].map(({ text }) => text)
}

function textsOfParts(page: PageContext, slug: string, channel: ChannelContext['channel']) {
  const { line, locale, words } = page
  const place: Place = {
    ...pagePlace(page),
    position: positionAt(slug, locale),
    context: { ...pagePlace(page).context, channel },
  }
  const node = line.nodes[slug]
  const names = node?.kind === 'topic' ? partNames(node, channel, place.context.country) : []
  return names.slice(0, partsAt(place)).map((name, index) => {
    const prompt = promptsAt({ ...place, position: atPart(place.position, index + 1) }).at(-1)
    // A bar is a breath.
    return { name, text: prompt ? words(prompt).replaceAll(/\s*\|\s*/g, ' ') : '' }
  })
}

function pathIn(page: PageContext, locale: string, slug: string): string {
  const { texts } = page
  return topicPath({ locale, words: (wording) => texts(locale, wording, ({ phone }) => phone) }, slug)
}
