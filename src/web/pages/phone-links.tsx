/**
 * A wording with its telephone numbers as links: by a screen reader or in a hurry nobody should have to copy a number.
 *
 * @example
 * <WithPhoneLinks page={page} wording={phrase('helplines.emergency', { emergency })} /> // … <a href="tel:911">911</a>.
 */
import type { PhoneNumber, Wording } from '../../locale/wording.ts'
import { writePhone } from '../../sms/render.ts'
import type { PageProps } from './site.ts'

interface WithPhoneLinksProps extends PageProps {
  readonly wording: Wording
  /** Where the words are in another language than the page. */
  readonly locale?: string
}

/** Around a number, while the sentence is made; no text has them (Unicode: private use). */
const [BEFORE, BETWEEN, AFTER] = ['\ue000', '\ue001', '\ue002']
const MARKED = new RegExp(`${BEFORE}([^${BETWEEN}]*)${BETWEEN}([^${AFTER}]*)${AFTER}`)

export function WithPhoneLinks({ page, wording, locale = page.locale }: WithPhoneLinksProps) {
  const [first = '', ...rest] = page.texts(locale, wording, mark).split(MARKED)
  const links = Array.from({ length: rest.length / 3 }, (_, index) => rest.slice(3 * index, 3 * index + 3))
  return (
    <>
      {first}
      {links.map(([number = '', written, words]) => (
        <>
          <a href={`${isTexted(page, number) ? 'sms' : 'tel'}:${number}`} dir="ltr">
            {written}
          </a>
          {words}
        </>
      ))}
    </>
  )
}

function mark(phone: PhoneNumber): string {
  return `${BEFORE}${phone.phone}${BETWEEN}${writePhone(phone)}${AFTER}`
}

/** Whether the number is of a helpline that takes texts alone. */
function isTexted({ line }: PageProps['page'], number: string): boolean {
  const services = Object.values(line.directory).flatMap((country) => country.services)
  const isCalled = services.some(({ call, second }) => call === number || second === number)
  return !isCalled && services.some(({ text }) => text?.to === number)
}
