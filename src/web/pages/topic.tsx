/**
 * `/<locale>/<word>`: a topic to read: what its first text says in short, and all that a caller hears. Readable without a script.
 * A sensitive topic asks first, as it does by phone and by text.
 */

import { KEYS } from '../../line/keys.ts'
import { relatedTo } from '../../line/nodes/topic.ts'
import { isOffered } from '../../line/offered.ts'
import { isSpoken, nodeText, phoneOf } from '../../line/place.ts'
import { lineByPhone } from '../../line/tell-recorded.ts'
import { numbered } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { quickDial } from '../../voice/quick-dial.ts'
import { Layout } from './layout.tsx'
import { WithPhones } from './phone-links.tsx'
import { QrCode } from './qr-code.tsx'
import { lineNumber, type PageContext, type PageProps, pagePlace, titleWithName } from './site.ts'
import { SourceList } from './source-list.tsx'
import { partsInFull, textsOfParts } from './topic-parts.ts'
import { topicPath } from './topic-paths.ts'
import { topicWord } from './topics.tsx'

interface TopicProps extends PageProps {
  readonly slug: string
}

/** With this in the query of its address, a reader has agreed to see a sensitive topic. */
export const AGREED = 'read'

export function TopicPage({ page, slug }: TopicProps) {
  const { line, words } = page
  const node = line.nodes[slug]
  if (node?.kind !== 'topic') return null
  const title = words(nodeText(slug, 'title'))
  const texted = textsOfParts(page, slug, node, 'sms')
  const [short] = texted
  return (
    <Layout
      page={page}
      title={titleWithName(page, title)}
      description={short?.text ?? ''}
      pathFor={(each) => pathIn(page, each, slug)}
      script="topic.js"
    >
      <article>
        <h1>{title}</h1>
        <p class="lead">{short?.text}</p>
        <p class="actions" id="listen" hidden data-stop={words(phrase('page.stopListening'))}>
          <button type="button" class="second">
            {words(phrase('page.listen'))}
          </button>
          <span role="status" data-stopped={words(phrase('page.voiceStopped'))} />
        </p>
        <h2>{words(phrase('page.inFull'))}</h2>
        <div id="text">
          {partsInFull(node, textsOfParts(page, slug, node, 'voice'), texted).map(({ text, clips }) => (
            <p data-clips={clips && JSON.stringify(clips)}>{text}</p>
          ))}
        </div>
        <Ways page={page} slug={slug} />
        <Related page={page} slugs={relatedTo(node, pagePlace(page))} />
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
    <Layout page={page} title={titleWithName(page, title)} pathFor={(each) => pathIn(page, each, slug)}>
      <h1>{title}</h1>
      <p class="lead">{words(nodeText(consent, 'sms.ask'))}</p>
      <p class="actions">
        <a href={`${base}${topicPath(page, slug)}?${AGREED}=yes`}>{words(phrase('page.show', { title }))}</a>
        <a class="second" href={`${base}/${locale}`}>
          {words(phrase('page.notNow'))}
        </a>
      </p>
    </Layout>
  )
}

/** By phone, in a language that has a voice, and by text, where the line has a number. */
function Ways({ page, slug }: TopicProps) {
  const { line, texts, locale, words } = page
  const number = lineNumber(page)
  const [topic] = numbered(line, slug)
  if (!number || !topic) return null
  const phone = phoneOf(number, line.settings.country)
  const isToldByPhone = isSpoken(line, locale) && isOffered(lineByPhone(line), locale, slug)
  const dial = isToldByPhone && quickDial(line, texts, number, locale, topic.number)
  const word = topicWord(page, topic)
  return (
    <section aria-labelledby="ways" class="ways">
      <h2 id="ways">{words(phrase('page.ways'))}</h2>
      <p class="actions">
        {dial && (
          <a href={`tel:${dial}`}>
            <WithPhones page={page} wording={phrase('page.call', { number: phone })} />
          </a>
        )}
        <a class="second" href={`sms:${number}?&body=${encodeURIComponent(word)}`}>
          <WithPhones page={page} wording={phrase('page.textWord', { word, number: phone })} />
        </a>
      </p>
      {dial && (
        <>
          <p>{words(phrase('page.topicNumber', { key: KEYS.number, number: topic.number }))}</p>
          <QrCode
            content={`tel:${dial}`}
            label={words(phrase('card.scanTopic', { title: nodeText(slug, 'title') }))}
          />
        </>
      )}
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

/** A language that lacks the topic has its first page. */
function pathIn(page: PageContext, locale: string, slug: string): string {
  return isOffered(page.line, locale, slug) ? topicPath({ ...page, locale }, slug) : `/${locale}`
}
