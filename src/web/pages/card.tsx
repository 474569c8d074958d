/**
 * The card for waiting rooms, as three sheets: a large-print page with codes to scan, every word and number, and
 * wallet cards to cut out and fold. Printed from the browser, or by `npm run card -- es`.
 */
import { KEYS } from '../../line/keys.ts'
import { nodeText, phoneOf } from '../../line/place.ts'
import { numbered, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { writePhone } from '../../sms/render.ts'
import { quickDial } from '../../voice/quick-dial.ts'
import { Layout } from './layout.tsx'
import { QrCode } from './qr-code.tsx'
import { commandWord, numberOf, placeOf, type Reading } from './site.ts'
import { wordOf } from './topics.tsx'

export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** As many as fit a sheet of either paper. */
const WALLET_CARDS = 4

interface CardProps {
  readonly reading: Reading
  readonly paper: Paper
}

export function Card({ reading, paper }: CardProps) {
  const { line, base, locale, words } = reading
  const { name } = line.settings
  return (
    <Layout
      reading={reading}
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
        <LargePrint reading={reading} />
        <AllWords reading={reading} />
        <WalletCards reading={reading} />
      </div>
    </Layout>
  )
}

function LargePrint({ reading }: { readonly reading: Reading }) {
  const { line, texts, locale, words } = reading
  const { name, card } = line.settings
  const number = numberOf(reading)
  const topics = card.flatMap((slug) => numbered(line, slug))
  return (
    <section class="sheet large" aria-labelledby="large">
      <h1 id="large">{name}</h1>
      <p>{words(phrase('card.lead'))}</p>
      <LineNumber reading={reading} />
      <h2>{words(phrase('card.words'))}</h2>
      <ul class="words">
        {topics.map((topic) => (
          <li>
            <strong>{wordOf(reading, topic)}</strong> {words(nodeText(topic.slug, 'title'))}
          </li>
        ))}
        <li>
          <strong>{commandWord(reading, 'menu').toLocaleUpperCase(locale)}</strong>{' '}
          {words(phrase('page.topics'))}
        </li>
      </ul>
      <Person reading={reading} />
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
        <strong>
          <Emergency reading={reading} />
        </strong>{' '}
        {words(phrase('page.advice'))}
      </p>
    </section>
  )
}

function AllWords({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
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
                  <strong>{wordOf(reading, topic)}</strong> {topic.number}{' '}
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

function WalletCards({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
  const topics = line.settings.card.flatMap((slug) => numbered(line, slug))
  const number = numberOf(reading)
  return (
    <section class="sheet" aria-labelledby="wallet">
      <h2 id="wallet">{words(phrase('card.fold'))}</h2>
      {Array.from({ length: WALLET_CARDS }, (_, index) => (
        // Four of the same for scissors, one for a screen reader.
        <div class="wallet" aria-hidden={index > 0 ? 'true' : undefined}>
          <div>
            <p class="name">{line.settings.name}</p>
            <p>{words(phrase('card.lead'))}</p>
            <LineNumber reading={reading} />
            {number && <QrCode content={`tel:${number}`} label={words(phrase('card.scanCall'))} />}
          </div>
          <div>
            <p>{words(phrase('card.words'))}:</p>
            <ul>
              {topics.map((topic) => (
                <li>
                  <strong>{wordOf(reading, topic)}</strong> {words(nodeText(topic.slug, 'title'))}
                </li>
              ))}
            </ul>
            <Person reading={reading} />
            <p>
              <Emergency reading={reading} />
            </p>
          </div>
        </div>
      ))}
    </section>
  )
}

/** Room to write the number by hand where the line has none yet. */
function LineNumber({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
  const number = numberOf(reading)
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

function Person({ reading }: { readonly reading: Reading }) {
  const person = commandWord(reading, 'person')
  return <p>{reading.words(phrase('card.person', { key: KEYS.person, person }))}</p>
}

function Emergency({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
  const { country } = placeOf(reading).context
  const emergency = line.directory[country]?.emergency.number
  return emergency ? words(phrase('helplines.emergency', { emergency: phoneOf(emergency, country) })) : ''
}
