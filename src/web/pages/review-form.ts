/**
 * What a reviewer sends from `/review/<locale>/<topic>`, as the form has it. A reviewer whose signature is not complete gets all fields
 * back as they were.
 *
 * @example
 * const form = readReviewForm(new URLSearchParams(await c.req.text()))
 * form.answers // [{ key: 'nodes.bone.label', mark: '…', backTranslation: '', comment: 'Too long.' }]
 */
import { REVIEW_STATES, type ReviewState } from '../../locale/review.ts'
import type { SheetEntry } from '../../review/sheet.ts'

/** Kept by the browser until it is closed, so that nobody writes them for each topic. */
export interface Reviewer {
  readonly initials: string
  readonly role: string
  readonly state: ReviewState
}

export interface ReviewForm {
  readonly reviewer: Reviewer
  readonly entries: readonly SheetEntry[]
  /** The key of a text, or `all`. */
  readonly sign: string | undefined
  /** Where nothing is written: the rows that this reviewer has signed so far, as CSV. */
  readonly pending: string
  readonly wantsFile: boolean
}

export const SIGN = 'sign'
export const DOWNLOAD = 'download'
export const PENDING = 'pending'

const NOBODY: Reviewer = { initials: '', role: '', state: 'reviewed' }

/** In characters. */
const LONGEST_NAME = 60

/** To look a field up in URLSearchParams goes through all of them. */
type Fields = Pick<ReadonlyMap<string, string>, 'get'>

export function readReviewForm(sent: URLSearchParams): ReviewForm {
  const fields = new Map(sent)
  const entries = [...fields].flatMap(([name, mark]): readonly SheetEntry[] => {
    const key = name.startsWith('mark:') ? name.slice('mark:'.length) : undefined
    if (key === undefined) return []
    const backTranslation = oneLine(fields.get(backName(key)))
    return [{ key, mark, backTranslation, comment: oneLine(fields.get(commentName(key))) }]
  })
  return {
    reviewer: readReviewer(fields),
    entries,
    sign: fields.get(SIGN) || undefined,
    pending: fields.get(PENDING) ?? '',
    wantsFile: fields.has(DOWNLOAD),
  }
}

export function readReviewer(fields: Fields): Reviewer {
  const state = REVIEW_STATES.find((each) => each === fields.get('state')) ?? NOBODY.state
  return { initials: nameIn(fields.get('initials')), role: nameIn(fields.get('role')), state }
}

/** As a row of the review has it. */
export function signerOf({ initials, role }: Reviewer): string {
  return role ? `${initials}, ${role}` : initials
}

export const markName = (key: string) => `mark:${key}`
export const backName = (key: string) => `back:${key}`
export const commentName = (key: string) => `comment:${key}`

/** A comma parts initials and role. */
function nameIn(text: string | undefined): string {
  return oneLine(text).replaceAll(',', ' ').trim().slice(0, LONGEST_NAME)
}

/** A text has one row of the file, so that git shows it as one, and no control character, for which git shows none. */
function oneLine(text = ''): string {
  const lines = text.split(/[\p{Cc}\p{Zl}\p{Zp}]+/u).map((line) => line.trim())
  return lines.join(' ').trim()
}
