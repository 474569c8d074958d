/**
 * `/<locale>/card`: the card for waiting rooms, as three sheets: large print with codes to scan, all words and numbers,
 * and wallet cards to cut out and fold. It is printed from a browser, or by `npm run card -- es`.
 */
import { KEYS } from '../../line/keys.ts'
import { emergency, nodeText, phoneOf } from '../../line/place.ts'
import { commandWord } from '../../line/prompts.ts'
import { type NumberedTopic, numbered, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { writePhone } from '../../sms/render.ts'
import { quickDial } from '../../voice/quick-dial.ts'
import { Layout } from './layout.tsx'
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
  const { name, card } = line.settings
  const number = lineNumber(page)
  const topics = card.flatMap((slug) => numbered(line, slug))
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
          <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />
          <QrCode content={`sms:${number}`} label={words(phrase('card.scanText'))} />
          {topics.map((topic) => (
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
  const { line, words } = page
  return (
    <section class="sheet" aria-labelledby="all-words">
      <h2 id="all-words">{words(phrase('card.allWords'))}</h2>
      <p>
        {words(phrase('card.words'))}. {words(phrase('card.direct', { key: KEYS.number }))}
      </p>
      <div class="columns">
        {themesOf(line).map((theme) => (
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
  const { line, words } = page
  const topics = line.settings.card.flatMap((slug) => numbered(line, slug))
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
            {number && <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />}
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

function Word({ page, topic }: PageProps & { readonly topic: NumberedTopic }) {
  return (
    <li>
      <strong>{topicWord(page, topic)}</strong> {page.words(nodeText(topic.slug, 'title'))}
    </li>
  )
}

/** A line without a number leaves room to write it by hand. */
function LineNumber({ page }: PageProps) {
  const { line, words } = page
  const number = lineNumber(page)
  return (
    <p class="number">
      {number ? (
        <>
          {words(phrase('card.callText'))}:{' '}
          <strong>{writePhone(phoneOf(number, line.settings.country))}</strong>
        </>
      ) : (
        <>
          {words(phrase('card.number'))} <span class="blank">&nbsp;</span>
        </>
      )}
    </p>
  )
}

function Person({ page }: PageProps) {
  const person = commandWord(pagePlace(page), 'person')
  return <p>{page.words(phrase('card.person', { key: KEYS.person, person }))}</p>
}

function emergencyWords(page: PageContext): string {
  return page.words(phrase('helplines.emergency', { emergency: emergency(pagePlace(page)) }))
}
