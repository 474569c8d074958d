/** Telephone numbers as links: the number of the line, and the helplines of its country. */
import type { Service } from '../../flow/directory.ts'
import { emergency, isSpoken, type Place, phoneOf } from '../../line/place.ts'
import { serviceDetails, servicesNear, serviceText, serviceWords } from '../../line/services.ts'
import { phrase } from '../../locale/phrases.ts'
import { writePhone } from '../../sms/render.ts'
import { WithPhones } from './phone-links.tsx'
import { lineNumber, type PageProps, pagePlace } from './site.ts'

/** Links that call the line, in a language that has a voice, and text it. A line without a number says so. */
export function CallAndText({ page }: PageProps) {
  const { line, locale, words } = page
  const number = lineNumber(page)
  if (!number) return <p>{words(phrase('page.noNumber'))}</p>
  const phone = phoneOf(number, line.settings.country)
  return (
    <p class="actions">
      {isSpoken(line, locale) && (
        <a href={`tel:${number}`}>
          <WithPhones page={page} wording={phrase('page.call', { number: phone })} />
        </a>
      )}
      <a class="second" href={`sms:${number}`}>
        <WithPhones page={page} wording={phrase('page.text', { number: phone })} />
      </a>
    </p>
  )
}

/** The number as the card prints it; a line without one leaves room to write it by hand. */
export function LineNumber({ page }: PageProps) {
  const { line, locale, words } = page
  const number = lineNumber(page)
  if (!number)
    return (
      <p class="number">
        {words(phrase('card.number'))} <span class="blank">&nbsp;</span>
      </p>
    )
  const phone = phoneOf(number, line.settings.country)
  if (!isSpoken(line, locale))
    return (
      <p class="number">
        <WithPhones page={page} wording={phrase('page.text', { number: phone })} />
      </p>
    )
  return (
    <p class="number">
      {words(phrase('card.callText'))}:{' '}
      <strong class="phone" dir="ltr">
        {writePhone(phone)}
      </strong>
    </p>
  )
}

/** The emergency number of the line's country, as one large link. */
export function EmergencyLink({ page }: PageProps) {
  const { line } = page
  const place = pagePlace(page)
  const number = line.directory[place.context.country]?.emergency.number
  if (!number) return null
  return (
    <p class="emergency">
      <a href={`tel:${number}`}>
        <WithPhones page={page} wording={phrase('helplines.emergency', { emergency: emergency(place) })} />
      </a>
    </p>
  )
}

/** The helplines, each with what it is for. */
export function PeopleToCall({ page }: PageProps) {
  const { words } = page
  const place = pagePlace(page)
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{words(phrase('page.numbers'))}</h2>
      <ul class="services">
        {servicesNear(place).map((service) => (
          <Helpline service={service} place={place} page={page} />
        ))}
      </ul>
    </section>
  )
}

interface HelplineProps extends PageProps {
  readonly service: Service
  readonly place: Place
}

function Helpline({ service, place, page }: HelplineProps) {
  const { words } = page
  const { country } = place.context
  const { call, second, text } = service
  const { word } = serviceWords(service, place) ?? {}
  const name = serviceText(service, place, 'name')
  const about = serviceText(service, place, 'about')
  const details = serviceDetails(service, place)
  return (
    <li>
      <h3>{words(name)}</h3>
      <p class="sentence">{words(about)}</p>
      {details.length > 0 && <p>{details.map(words).join(' ')}</p>}
      <p class="actions">
        {[call, second].map(
          (number) =>
            number && (
              <a class="second" href={`tel:${number}`}>
                <WithPhones page={page} wording={phrase('page.call', { number: phoneOf(number, country) })} />
              </a>
            ),
        )}
        {text && (
          <a class="second" href={`sms:${text.to}`}>
            <WithPhones
              page={page}
              wording={
                word
                  ? phrase('page.textWord', { word, number: phoneOf(text.to, country) })
                  : phrase('page.textNumber', { number: phoneOf(text.to, country) })
              }
            />
          </a>
        )}
      </p>
    </li>
  )
}
