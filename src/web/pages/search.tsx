/**
 * `POST /<locale>/search`: the topics that the line's own finder finds for a question. The words are neither in the address nor kept.
 * Danger is answered first, as it is by text.
 */

import { type Finding, find } from '../../finder/find.ts'
import { alarmPrompt, possibleCrisisPrompt } from '../../line/alarm.ts'
import { isOff, languageOf } from '../../line/offered.ts'
import { inLocale, nodeText } from '../../line/place.ts'
import { phrase } from '../../locale/phrases.ts'
import { writePhone } from '../../sms/render.ts'
import { offToday } from './errors.tsx'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import { WithPhoneLinks } from './phone-links.tsx'
import { type PageProps, pageContext, pagePlace, titleWithName } from './site.ts'
import { topicPath } from './topic-paths.ts'

/** In characters: to read more takes longer, and anybody may ask. */
export const MOST_ASKED = 500

export function SearchPage({ page, asked }: PageProps & { readonly asked: string }) {
  const { line, base, locale, words } = page
  const { found, heard, despair } = find(line.finder, asked, locale)
  const place = pagePlace(page)
  // Nobody who cries for help is led to a topic that wounds.
  const mayWound = (slug: string) => (heard?.alarm === 'crisis' || despair) && slug in line.guards
  const isTold = (slug: string) => line.nodes[slug]?.kind === 'topic' && !mayWound(slug)
  const meant = topicsIn(found).filter(isTold)
  const topics = meant.filter((slug) => !isOff(line, slug))
  const off = meant.filter((slug) => isOff(line, slug))
  const title = words(phrase('page.search'))
  return (
    <Layout page={page} title={titleWithName(page, title)} pathFor={(each) => `/${each}`}>
      <h1>{title}</h1>
      {heard && (
        <p
          role="alert"
          class="alarm"
          lang={heard.locale}
          dir={pageContext(page, heard.locale).settings.direction}
        >
          <WithPhoneLinks
            page={page}
            locale={heard.locale}
            wording={alarmPrompt(inLocale(place, heard.locale), heard)}
          />
        </p>
      )}
      {!heard && despair && (
        <p role="alert" class="alarm">
          <WithPhoneLinks page={page} wording={possibleCrisisPrompt(place)} />
        </p>
      )}
      <SearchForm page={page} asked={asked} />
      {topics.length > 0 && <h2>{words(phrase('info.found'))}</h2>}
      {topics.length > 0 && (
        <ul class="links">
          {topics.map((slug) => (
            <li>
              <TopicLink page={page} slug={slug} />
            </li>
          ))}
        </ul>
      )}
      {off.map((slug) => (
        <p>{words(offToday(slug))}</p>
      ))}
      {meant.length === 0 && !heard && <p>{words(phrase('page.nothingFound'))}</p>}
      <p>
        <a href={`${base}/${locale}#topics`}>{words(phrase('page.topics'))}</a>
      </p>
      <CallAndText page={page} />
      <PeopleToCall page={page} />
    </Layout>
  )
}

/** A topic that the language lacks is named, and read, in the source language. */
function TopicLink({ page, slug }: PageProps & { readonly slug: string }) {
  const { line, base, texts, locale, words } = page
  const told = languageOf(line, locale, slug)
  const path = base + topicPath(page, slug)
  const title = texts(told, nodeText(slug, 'title'), writePhone)
  if (told === locale) return <a href={path}>{title}</a>
  const language = phrase('untranslated.language')
  return (
    <>
      <a href={path} lang={told} hreflang={told}>
        {title}
      </a>{' '}
      {words(phrase('untranslated.topic', { language }))}
    </>
  )
}

export function SearchForm({ page, asked = '' }: PageProps & { readonly asked?: string }) {
  const { base, locale, words } = page
  return (
    <form action={`${base}/${locale}/search`} method="post" class="search">
      <label for="asked">{words(phrase('page.ask'))}</label>
      <input
        id="asked"
        type="search"
        name="asked"
        value={asked}
        maxlength={MOST_ASKED}
        required
        autocomplete="off"
      />
      <button type="submit">{words(phrase('page.find'))}</button>
    </form>
  )
}

function topicsIn(found: Finding['found']): readonly string[] {
  if (found.kind === 'node') return [found.to]
  return found.kind === 'guesses' ? found.nodes : []
}
