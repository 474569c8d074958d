/**
 * Sentences with telephone numbers in them: each number stays on one line, from left to right, and may be a link, so that in a
 * hurry nobody has to copy it.
 *
 * @example
 * <WithPhoneLinks page={page} wording={phrase('helplines.emergency', { emergency })} /> // … <a href="tel:911">911</a>.
 */
import type { PhoneNumber, Wording } from '../../locale/wording.ts'
import { writePhone } from '../../sms/render.ts'
import type { PageContext, PageProps } from './site.ts'

interface SentenceProps extends PageProps {
  readonly wording: Wording
  /** Where the words are in another language than the page. */
  readonly locale?: string
}

interface Piece {
  readonly words: string
  /** Of a telephone number, how it is dialled. */
  readonly number?: string | undefined
}

/** Around a number, while the sentence is made; no text has them (Unicode: private use). */
const [BEFORE, BETWEEN, AFTER] = ['\ue000', '\ue001', '\ue002']

export function WithPhoneLinks({ page, wording, locale }: SentenceProps) {
  return pieces(page, wording, locale).map(({ words, number }) =>
    number === undefined ? (
      words
    ) : (
      <a class="phone" href={`${isTexted(page, number) ? 'sms' : 'tel'}:${number}`} dir="ltr">
        {words}
      </a>
    ),
  )
}

/** For words that are a link as a whole. */
export function WithPhones({ page, wording, locale }: SentenceProps) {
  return (
    <span>
      {pieces(page, wording, locale).map(({ words, number }) =>
        number === undefined ? (
          words
        ) : (
          <span class="phone" dir="ltr">
            {words}
          </span>
        ),
      )}
    </span>
  )
}

function pieces(page: PageContext, wording: Wording, locale = page.locale): readonly Piece[] {
  return page
    .texts(locale, wording, mark)
    .split(BEFORE)
    .flatMap((part, index) => {
      if (index === 0) return [{ words: part }]
      const [number, written = '', after = ''] = part.split(new RegExp(`${BETWEEN}|${AFTER}`))
      return [{ words: written, number }, { words: after }]
    })
}

function mark(phone: PhoneNumber): string {
  return `${BEFORE}${phone.phone}${BETWEEN}${writePhone(phone)}${AFTER}`
}

/** Whether the number is of a helpline that takes texts alone. */
function isTexted({ line }: PageContext, number: string): boolean {
  const services = Object.values(line.directory).flatMap((country) => country.services)
  const isCalled = services.some(({ call, second }) => call === number || second === number)
  return !isCalled && services.some(({ text }) => text?.to === number)
}
