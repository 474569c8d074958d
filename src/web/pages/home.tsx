/** `/<locale>`: the public page: what the line is, its number, how to use it, all topics, and what is kept about people. */
import { KEYS } from '../../line/keys.ts'
import { isSpoken, nodeText } from '../../line/place.ts'
import { commandWord } from '../../line/prompts.ts'
import { themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, EmergencyLink, PeopleToCall } from './numbers.tsx'
import { SearchForm } from './search.tsx'
import { lineNumber, type PageProps, pagePlace } from './site.ts'
import { Topics } from './topics.tsx'

/** `phoneIsOpen` where `/phone` asks for no password. */
export function HomePage({ page, phoneIsOpen }: PageProps & { readonly phoneIsOpen: boolean }) {
  const { line, base, locale, words } = page
  const { name } = line.settings
  const title = words(phrase('page.title', { name }))
  const description = words(phrase('page.description', { name }))
  const number = lineNumber(page)
  return (
    <Layout page={page} title={title} description={description} pathFor={(each) => `/${each}`}>
      <h1>{name}</h1>
      <p class="lead">{description}</p>
      <EmergencyLink page={page} />
      <CallAndText page={page} />
      {!number && <PeopleToCall page={page} />}
      <SearchForm page={page} />
      {phoneIsOpen && (
        <p>
          <a href={`${base}/phone?language=${locale}`}>{words(phrase('page.tryIt'))}</a>
        </p>
      )}
      <h2 id="topics">{words(phrase('page.topics'))}</h2>
      {isSpoken(line, locale) && <p>{words(phrase('page.topicsUse', { key: KEYS.number }))}</p>}
      <Topics page={page} />
      <HowItWorks page={page} />
      {number && <PeopleToCall page={page} />}
      <p>
        <a href={`${base}/${locale}/card`}>{words(phrase('page.card'))}</a>
      </p>
      <h2 id="privacy">{words(phrase('page.privacy'))}</h2>
      <p>{words(phrase('page.privacyKept'))}</p>
    </Layout>
  )
}

function HowItWorks({ page }: PageProps) {
  const { line, locale, words } = page
  const place = pagePlace(page)
  // From the last theme: the first holds urgent topics, which are no example to try.
  const example = themesOf(line, locale).at(-1)?.topics[0]?.slug ?? line.main
  return (
    <>
      <h2>{words(phrase('page.how'))}</h2>
      <ul>
        {isSpoken(line, locale) && <li>{words(phrase('page.howCall', { key: KEYS.number }))}</li>}
        <li>
          {words(
            phrase('page.howText', { word: nodeText(example, 'word'), menu: commandWord(place, 'menu') }),
          )}
        </li>
        <li>{words(phrase('page.howPerson', { key: KEYS.person, person: commandWord(place, 'person') }))}</li>
      </ul>
    </>
  )
}
