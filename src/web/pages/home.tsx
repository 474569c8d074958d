/** `/<locale>`: the public page: what the line is, its number, a search, all topics, how to use it, and people to call. */
import { KEYS } from '../../line/keys.ts'
import { isSpoken, nodeText } from '../../line/place.ts'
import { announcementPrompts, commandWord } from '../../line/prompts.ts'
import { themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import { SearchForm } from './search.tsx'
import { lineNumber, type PageProps, pagePlace } from './site.ts'
import { Topics } from './topics.tsx'

interface HomeProps extends PageProps {
  /** Whether `/phone` asks for no password. */
  readonly phoneIsOpen: boolean
}

/** Without a number, the people whom one can call come first. */
export function HomePage({ page, phoneIsOpen }: HomeProps) {
  const { line, locale, words } = page
  const { name } = line.settings
  const number = lineNumber(page)
  const isAnswering = number !== null || phoneIsOpen
  return (
    <Layout
      page={page}
      title={words(phrase('page.title', { name }))}
      description={words(phrase('page.description', { name }))}
      pathFor={(each) => `/${each}`}
    >
      <div class="opening">
        <h1>{words(phrase('info.purpose'))}</h1>
        <p class="lead">{words(phrase(isAnswering ? 'info.lead' : 'info.leadToRead'))}</p>
        {announcementPrompts(pagePlace(page)).map((prompt) => (
          <p class="notice">{words(prompt)}</p>
        ))}
        <CallAndText page={page} />
        {phoneIsOpen && <TryIt page={page} />}
        <SearchForm page={page} />
      </div>
      {!number && <PeopleToCall page={page} />}
      <h2 id="topics">{words(phrase('page.topics'))}</h2>
      {isAnswering && isSpoken(line, locale) && (
        <p>{words(phrase('page.topicsUse', { key: KEYS.number }))}</p>
      )}
      <Topics page={page} />
      {isAnswering && <HowItWorks page={page} />}
      {number && <PeopleToCall page={page} />}
      <h2 id="privacy">{words(phrase('page.privacy'))}</h2>
      <p>{words(phrase('page.privacyKept'))}</p>
    </Layout>
  )
}

/** The demo has no number that anybody may call, so its phone is the way to hear the line. */
function TryIt({ page }: PageProps) {
  const { base, locale, words } = page
  return (
    <p class="actions on-screen">
      <a class={lineNumber(page) ? 'second' : undefined} href={`${base}/phone?language=${locale}`}>
        {words(phrase('page.tryIt'))}
      </a>
    </p>
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
      <ul class="steps">
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
