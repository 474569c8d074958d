/**
 * `/<locale>/card`: the card for waiting rooms, as three sheets: large print with codes to scan, all words and numbers,
 * and wallet cards to cut out and fold. It is printed from a browser, or by `npm run card -- es`.
 */
import { KEYS } from '../../line/keys.ts'
import { isOffered } from '../../line/offered.ts'
import { emergency, isSpoken, nodeText } from '../../line/place.ts'
import { commandWord } from '../../line/prompts.ts'
import { type NumberedTopic, numbered, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { quickDial } from '../../voice/quick-dial.ts'
import { Layout } from './layout.tsx'
import { LineNumber } from './numbers.tsx'
import { QrCode } from './qr-code.tsx'
import { lineNumber, type PageContext, type PageProps, pagePlace } from './site.ts'
import { topicWord } from './topics.tsx'

export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** So many fit on a sheet of either paper. */
const WALLET_CARDS = 4

export function CardPage({ page, paper }: PageProps & { readonly paper: Paper }) {
  const { line, base, locale, words } = page
  const { name } = line.settings
  return (
    <Layout
      page={page}
      title={`${words(phrase('page.card'))} – ${name}`}
      pathFor={(each) => `/${each}/card`}
      styles={['card.css']}
    >
      <p class="screen-only">
        {words(phrase('card.print'))}{' '}
        {papers.map((each) => (
          <>
            <a
              href={`${base}/${locale}/card?paper=${each}`}
              aria-current={each === paper ? 'true' : undefined}
            >
              {words(phrase(`card.${each}`))}
            </a>{' '}
          </>
        ))}
      </p>
      <div class={paper}>
        <LargePrint page={page} />
        <AllWords page={page} />
        <WalletCards page={page} />
      </div>
    </Layout>
  )
}

function LargePrint({ page }: PageProps) {
  const { line, texts, locale, words } = page
  const { name } = line.settings
  const number = lineNumber(page)
  const topics = cardTopics(page)
  const canCall = isSpoken(line, locale)
  return (
    <section class="sheet large" aria-labelledby="large">
      <h1 id="large">{name}</h1>
      <p>{words(phrase('card.lead'))}</p>
      <LineNumber page={page} />
      <h2>{words(phrase('card.words'))}</h2>
      <ul class="words">
        {topics.map((topic) => (
          <Word page={page} topic={topic} />
        ))}
        <li>
          <strong>{commandWord(pagePlace(page), 'menu').toLocaleUpperCase(locale)}</strong>{' '}
          {words(phrase('page.topics'))}
        </li>
      </ul>
      <Person page={page} />
      {number && (
        <div class="codes">
          {canCall && <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />}
          <QrCode content={`sms:${number}`} label={words(phrase('card.scanText'))} />
          {(canCall ? topics : []).map((topic) => (
            <QrCode
              content={`tel:${quickDial(line, texts, number, locale, topic.number)}`}
              label={words(phrase('card.scanTopic', { title: nodeText(topic.slug, 'title') }))}
            />
          ))}
        </div>
      )}
      <p class="small">
        <strong>{emergencyWords(page)}</strong> {words(phrase('page.advice'))}
      </p>
    </section>
  )
}

function AllWords({ page }: PageProps) {
  const { line, locale, words } = page
  return (
    <section class="sheet" aria-labelledby="all-words">
      <h2 id="all-words">{words(phrase('card.allWords'))}</h2>
      <p>
        {words(phrase('card.words'))}.{' '}
        {isSpoken(line, locale) && words(phrase('card.direct', { key: KEYS.number }))}
      </p>
      <div class="columns">
        {themesOf(line, locale).map((theme) => (
          <section>
            <h3>{words(nodeText(theme.slug, 'title'))}</h3>
            <ul>
              {theme.topics.map((topic) => (
                <li>
                  <strong>{topicWord(page, topic)}</strong> {topic.number}{' '}
                  <span>{words(nodeText(topic.slug, 'title'))}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

function WalletCards({ page }: PageProps) {
  const { line, locale, words } = page
  const topics = cardTopics(page)
  const number = lineNumber(page)
  return (
    <section class="sheet" aria-labelledby="wallet">
      <h2 id="wallet">{words(phrase('card.fold'))}</h2>
      {Array.from({ length: WALLET_CARDS }, (_, index) => (
        // The cards are equal: a screen reader needs only the first.
        <div class="wallet" aria-hidden={index > 0 ? 'true' : undefined}>
          <div>
            <p class="name">{line.settings.name}</p>
            <p>{words(phrase('card.lead'))}</p>
            <LineNumber page={page} />
            {number && isSpoken(line, locale) && (
              <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />
            )}
          </div>
          <div>
            <p>{words(phrase('card.words'))}:</p>
            <ul>
              {topics.map((topic) => (
                <Word page={page} topic={topic} />
              ))}
            </ul>
            <Person page={page} />
            <p>{emergencyWords(page)}</p>
          </div>
        </div>
      ))}
    </section>
  )
}

/** Of the topics that the operator has chosen, those that the language has. */
function cardTopics({ line, locale }: PageContext): readonly NumberedTopic[] {
  const { card } = line.settings
  return card.filter((slug) => isOffered(line, locale, slug)).flatMap((slug) => numbered(line, slug))
}

function Word({ page, topic }: PageProps & { readonly topic: NumberedTopic }) {
  return (
    <li>
      <strong>{topicWord(page, topic)}</strong> {page.words(nodeText(topic.slug, 'title'))}
    </li>
  )
}

function Person({ page }: PageProps) {
  const person = commandWord(pagePlace(page), 'person')
  return <p>{page.words(phrase('card.person', { key: KEYS.person, person }))}</p>
}

function emergencyWords(page: PageContext): string {
  return page.words(phrase('helplines.emergency', { emergency: emergency(pagePlace(page)) }))
}
