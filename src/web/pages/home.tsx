/** The public page: what the line is, its number, how it is used, every topic, and what is known of whoever uses it. */
import { KEYS } from '../../line/keys.ts'
import { nodeText } from '../../line/place.ts'
import { themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { CallAndText, PeopleToCall } from './numbers.tsx'
import { commandWord, homeTitle, type Reading } from './site.ts'
import { Topics } from './topics.tsx'

interface HomeProps {
  readonly reading: Reading
  /** Whether whoever reads this may open `/phone` without a password. */
  readonly mayTry: boolean
}

export function Home({ reading, mayTry }: HomeProps) {
  const { line, base, locale, words } = reading
  const { name } = line.settings
  const description = words(phrase('page.description', { name }))
  return (
    <Layout
      reading={reading}
      title={homeTitle(reading)}
      description={description}
      pathFor={(each) => `/${each}`}
    >
      <h1>{name}</h1>
      <p class="lead">{description}</p>
      <CallAndText reading={reading} />
      {mayTry && (
        <p>
          <a href={`${base}/phone?language=${locale}`}>{words(phrase('page.tryIt'))}</a>
        </p>
      )}
      <HowItWorks reading={reading} />
      <PeopleToCall reading={reading} />
      <h2>{words(phrase('page.topics'))}</h2>
      <p>{words(phrase('page.topicsUse', { key: KEYS.number }))}</p>
      <Topics reading={reading} />
      <p>
        <a href={`${base}/${locale}/card`}>{words(phrase('page.card'))}</a>
      </p>
      <h2>{words(phrase('page.privacy'))}</h2>
      <p>{words(phrase('page.privacyKept'))}</p>
    </Layout>
  )
}

function HowItWorks({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
  // Not of the first theme: what is urgent is not an example to try.
  const example = themesOf(line).at(-1)?.topics[0]?.slug ?? line.main
  return (
    <>
      <h2>{words(phrase('page.how'))}</h2>
      <ul>
        <li>{words(phrase('page.howCall', { key: KEYS.number }))}</li>
        <li>
          {words(
            phrase('page.howText', {
              word: nodeText(example, 'word'),
              menu: commandWord(reading, 'menu'),
            }),
          )}
        </li>
        <li>
          {words(phrase('page.howPerson', { key: KEYS.person, person: commandWord(reading, 'person') }))}
        </li>
      </ul>
    </>
  )
}
