/**
 * `/<locale>/card`: the card for waiting rooms: a poster with one code to scan, sheets with all words and numbers, and wallet
 * cards to cut out and fold. It is printed from a browser, or by `npm run card -- es`.
 */

import { KEYS } from '../../line/keys.ts'
import { isOffered } from '../../line/offered.ts'
import { emergency, isSpoken, nodeText } from '../../line/place.ts'
import { commandWord } from '../../line/prompts.ts'
import { type NumberedTopic, numbered } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { WordSheets } from './card-words.tsx'
import { Layout } from './layout.tsx'
import { LineNumber } from './numbers.tsx'
import { WithPhones } from './phone-links.tsx'
import { QrCode } from './qr-code.tsx'
import { lineNumber, type PageContext, type PageProps, pagePlace, titleWithName } from './site.ts'
import { topicWord } from './topics.tsx'

export const papers = ['a4', 'letter'] as const
type Paper = (typeof papers)[number]

/** So many fit on a sheet of either paper. */
const WALLET_CARDS = 4

export function CardPage({ page, paper }: PageProps & { readonly paper: Paper }) {
  const { base, locale, words } = page
  return (
    <Layout
      page={page}
      title={titleWithName(page, words(phrase('page.card')))}
      description={words(phrase('card.lead'))}
      pathFor={(each) => `/${each}/card`}
      styles={['card.css']}
    >
      <p class="screen-only">
        {words(phrase('card.print'))}{' '}
        {papers.map((each) => (
          <>
            <a
              class="paper"
              href={`${base}/${locale}/card?paper=${each}`}
              aria-current={each === paper ? 'true' : undefined}
            >
              {words(phrase(`card.${each}`))}
            </a>{' '}
          </>
        ))}
      </p>
      <div class={paper}>
        <Poster page={page} />
        <WordSheets page={page} />
        <WalletCards page={page} />
      </div>
    </Layout>
  )
}

function Poster({ page }: PageProps) {
  const { line, locale, words } = page
  return (
    <section class="sheet poster" aria-labelledby="poster">
      <Emergency page={page} />
      <h1 id="poster">{line.settings.name}</h1>
      <p>{words(phrase('card.lead'))}</p>
      <LineNumber page={page} />
      <div class="scan">
        <LineCode page={page} />
        <div>
          <h2>{words(phrase('card.words'))}</h2>
          <ul class="words">
            {cardTopics(page).map((topic) => (
              <Word page={page} topic={topic} />
            ))}
            <li>
              <strong>{commandWord(pagePlace(page), 'menu').toLocaleUpperCase(locale)}</strong>{' '}
              {words(phrase('page.topics'))}
            </li>
          </ul>
        </div>
      </div>
      <Person page={page} />
      <p>{words(phrase('page.advice'))}</p>
    </section>
  )
}

function WalletCards({ page }: PageProps) {
  const { line, words } = page
  return (
    <section class="sheet" aria-labelledby="wallet">
      <h2 id="wallet">{words(phrase('card.fold'))}</h2>
      {Array.from({ length: WALLET_CARDS }, (_, index) => (
        // The cards are equal: a screen reader and the keyboard need only the first.
        <div class="wallet" inert={index > 0}>
          <div>
            <Emergency page={page} />
            <p class="name">{line.settings.name}</p>
            <p>{words(phrase('card.lead'))}</p>
            <LineNumber page={page} />
            <LineCode page={page} />
          </div>
          <div>
            <p>{words(phrase('card.words'))}:</p>
            <ul>
              {cardTopics(page).map((topic) => (
                <Word page={page} topic={topic} />
              ))}
            </ul>
            <Person page={page} />
          </div>
        </div>
      ))}
    </section>
  )
}

/** The emergency number comes before that of the line. */
function Emergency({ page }: PageProps) {
  const number = emergency(pagePlace(page))
  return (
    <p class="first">
      <WithPhones page={page} wording={phrase('helplines.emergency', { emergency: number })} />
    </p>
  )
}

/** One code: to call the line, or to text it in a language without a voice. */
function LineCode({ page }: PageProps) {
  const { line, locale, words } = page
  const number = lineNumber(page)
  if (!number) return null
  return isSpoken(line, locale) ? (
    <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />
  ) : (
    <QrCode content={`sms:${number}`} label={words(phrase('card.scanText'))} />
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
