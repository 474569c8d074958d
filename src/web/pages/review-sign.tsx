/** Who signs, what became of what was sent, and the file to send back where nothing is written. */
import { phrase } from '../../locale/phrases.ts'
import { REVIEW_STATES } from '../../locale/review.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Taken } from '../../review/sheet.ts'
import type { TextSheet } from '../../review/sheets.ts'
import { DOWNLOAD, type Reviewer, SIGN } from './review-form.ts'
import { Go, type ReviewProps, SheetTitle } from './review-page.tsx'
import { isOpen, partId, REFUSALS, textHeading } from './review-text.tsx'

/** What became of a form. */
export interface Outcome {
  /** Why nothing was taken over. */
  readonly problem?: Wording | undefined
  readonly taken?: Taken | undefined
}

const STATES = {
  draft: phrase('review.asDraft'),
  reviewed: phrase('review.asReviewed'),
  approved: phrase('review.asApproved'),
} as const

export function WhoSigns({
  review,
  sheet,
  reviewer,
}: ReviewProps & { readonly sheet: TextSheet; readonly reviewer: Reviewer }) {
  const { page } = review
  const { words } = page
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words(phrase('review.who'))}</h2>
      <p>{words(phrase(review.canWrite ? 'review.written' : 'review.sentBack'))}</p>
      <div class="who">
        <label>
          {words(phrase('review.initials'))}
          <input name="initials" value={reviewer.initials} autocomplete="off" dir="auto" />
        </label>
        <label>
          {words(phrase('review.role'))}
          <input name="role" value={reviewer.role} autocomplete="organization-title" dir="auto" />
        </label>
      </div>
      <fieldset class="states">
        <legend>{words(phrase('review.as'))}</legend>
        {REVIEW_STATES.toReversed().map((state) => (
          <label>
            <input type="radio" name="state" value={state} checked={state === reviewer.state} />
            {words(STATES[state])}
          </label>
        ))}
      </fieldset>
      <p class="actions">
        {/* First of all buttons: Enter in a field presses it, and must sign nothing. */}
        <button type="submit" class="second">
          {words(phrase('review.keep'))}
        </button>
        <SignAll review={review} sheet={sheet} />
        <DownloadButton review={review} />
      </p>
    </section>
  )
}

export function SignAll({ review, sheet }: ReviewProps & { readonly sheet: TextSheet }) {
  const texts = sheet.units.filter(({ text }) => text !== undefined).length
  return (
    <button type="submit" name={SIGN} value="all">
      {review.page.words(phrase('review.signAll', { texts }))}
    </button>
  )
}

export function DownloadButton({ review }: ReviewProps) {
  const { page, language, pending } = review
  if (pending === '') return null
  return (
    <button type="submit" name={DOWNLOAD} value="yes">
      {page.words(phrase('review.download', { file: fileName(language.locale) }))}
    </button>
  )
}

export function fileName(locale: string): string {
  return `review.${locale}.csv`
}

/** Takes the focus: a screen reader says it, and Tab goes on from it. */
export function OutcomeMessage({
  review,
  sheet,
  next,
  outcome: { problem, taken },
}: ReviewProps & {
  readonly sheet: TextSheet
  /** The one after it. */
  readonly next: TextSheet | undefined
  readonly outcome: Outcome
}) {
  const { words } = review.page
  const { nodes } = review.language
  if (!problem && !taken) return null
  const refused = sheet.units.flatMap((unit) => {
    const why = taken?.refused.get(unit.key)
    return why ? [{ unit, why }] : []
  })
  const open = nextOpen(sheet, taken?.signed.at(-1))
  return (
    <div
      id="message"
      class={problem || refused.length > 0 ? 'message problem' : 'message'}
      role={problem ? 'alert' : 'status'}
      tabindex={-1}
      autofocus
    >
      {problem && <p>{words(problem)}</p>}
      {taken && (
        <>
          <p>
            {words(phrase('review.signed', { texts: taken.signed.length }))}
            {taken.before > 0 && ` ${words(phrase('review.before', { texts: taken.before }))}`}
            {taken.noted > 0 && ` ${words(phrase('review.noted', { texts: taken.noted }))}`}
          </p>
          {(taken.signed.length > 0 || taken.noted > 0) && (
            <p>{words(phrase(review.canWrite ? 'review.nextStart' : 'review.notSent'))}</p>
          )}
        </>
      )}
      {refused.length > 0 && (
        <>
          <p>{words(phrase('review.refused', { texts: refused.length }))}</p>
          <ul>
            {refused.map(({ unit, why }) => (
              <li>
                <a href={`#${partId(unit.key)}`}>{textHeading(review.page, unit.key, nodes)}</a>:{' '}
                {words(REFUSALS[why])}
              </li>
            ))}
          </ul>
        </>
      )}
      {open ? (
        <p>
          <a href={`#${partId(open.key)}`}>
            {words(phrase('review.goOn'))} {textHeading(review.page, open.key, nodes)}
          </a>
        </p>
      ) : (
        <NextSheet review={review} sheet={next} />
      )}
    </div>
  )
}

function NextSheet({ review, sheet }: ReviewProps & { readonly sheet: TextSheet | undefined }) {
  if (!sheet) return null
  return (
    <p>
      <Go review={review} path={`/review/${review.language.locale}/${sheet.name}`}>
        {review.page.words(phrase('review.next'))} <SheetTitle review={review} sheet={sheet} />
      </Go>
    </p>
  )
}

/** The next text that nobody has read, after one; else the first. */
function nextOpen({ units }: TextSheet, after: string | undefined) {
  const at = units.findIndex(({ key }) => key === after)
  return units.slice(at + 1).find(isOpen) ?? units.find(isOpen)
}
