/** Who signs, what became of what was sent, and the file to send back where nothing is written. */
import { phrase } from '../../locale/phrases.ts'
import { REVIEW_STATES } from '../../locale/review.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Group } from '../../review/groups.ts'
import type { Taken } from '../../review/sheet.ts'
import { DOWNLOAD, type Reviewer, SIGN } from './review-form.ts'
import { Go, groupTitle, type ReviewProps } from './review-page.tsx'
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
  group,
  reviewer,
}: ReviewProps & { readonly group: Group; readonly reviewer: Reviewer }) {
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
        <SignAll review={review} group={group} />
        <DownloadButton review={review} />
      </p>
    </section>
  )
}

export function SignAll({ review, group }: ReviewProps & { readonly group: Group }) {
  const texts = group.units.filter(({ text }) => text !== undefined).length
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
  group,
  nextGroup,
  outcome: { problem, taken },
}: ReviewProps & {
  readonly group: Group
  readonly nextGroup: Group | undefined
  readonly outcome: Outcome
}) {
  const { words } = review.page
  const { nodes } = review.language
  if (!problem && !taken) return null
  const refused = group.units.flatMap((unit) => {
    const why = taken?.refused.get(unit.key)
    return why ? [{ unit, why }] : []
  })
  const next = nextOpen(group, taken?.signed.at(-1))
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
      {next ? (
        <p>
          <a href={`#${partId(next.key)}`}>
            {words(phrase('review.goOn'))} {textHeading(review.page, next.key, nodes)}
          </a>
        </p>
      ) : (
        <NextGroup review={review} group={nextGroup} />
      )}
    </div>
  )
}

function NextGroup({ review, group }: ReviewProps & { readonly group: Group | undefined }) {
  if (!group) return null
  return (
    <p>
      <Go review={review} path={`/review/${review.language.locale}/${group.name}`}>
        {review.page.words(phrase('review.next'))} {groupTitle(review, group)}
      </Go>
    </p>
  )
}

/** The next text that nobody has read, after one; else the first. */
export function nextOpen({ units }: Group, after: string | undefined) {
  const at = units.findIndex(({ key }) => key === after)
  return units.slice(at + 1).find(isOpen) ?? units.find(isOpen)
}
