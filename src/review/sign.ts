/**
 * Signs the texts of a language, or of one topic, as they stand now.
 *
 * @example
 * sign(language, { group: 'bone', by: 'M. R., nurse', state: 'reviewed', how: 'human', when: '2026-11-26' })
 */
import { type Result, refused } from '../authored/result.ts'
import {
  type ReviewRow,
  type ReviewRows,
  type ReviewState,
  type Signature,
  TEXT_STATES,
} from '../locale/review.ts'
import { signerProblem } from '../locale/review-file.ts'
import { hashOfText } from '../locale/text-hash.ts'
import { groupOf } from '../locale/told-texts.ts'
import type { Language, Unit } from './language.ts'

export interface Signing extends Signature {
  /** A topic by its slug, or a file: `phrases`. Undefined for all. */
  readonly group: string | undefined
}

interface Signed {
  readonly rows: ReviewRows
  readonly count: number
}

const LISTED = 10

export function sign(language: Language, signing: Signing): Result<Signed> {
  const { group, by, state, how } = signing
  const groups = [...new Set(language.units.map(({ key }) => groupOf(key)))]
  if (group !== undefined && !groups.includes(group))
    return refused(`There is no topic "${group}". Topics, and what else can be signed: ${groups.join(', ')}.`)
  const problem = signerProblem(by)
  if (problem) return refused(problem)
  if (how === 'machine' && state !== 'draft')
    return refused('What a machine has read is a draft: sign it with --state draft.')
  const units = language.units.filter(({ key }) => group === undefined || groupOf(key) === group)
  const rows = new Map(language.rows)
  const open: Unit[] = []
  let count = 0
  for (const unit of units) {
    const row = signText(unit, signing)
    if (row === 'no-back-translation') open.push(unit)
    if (typeof row === 'string') continue
    rows.set(unit.key, row)
    count += 1
  }
  if (open.length > 0)
    return refused(
      `${open.length} of these texts are on the red list and lack a back-translation: ${listKeys(open)}. Write it on the page /review, or in the column "backTranslation" of \`npm run translate -- export ${language.locale} --format csv\`, and import that.`,
    )
  return { ok: true, value: { rows, count } }
}

/** The row of a text that is signed as it stands now; or why it is not: `signed` is one that this signature adds nothing to. */
export function signText(
  unit: Unit,
  signature: Signature,
  backTranslation = backTranslationOf(unit),
): ReviewRow | 'not-written' | 'signed' | 'no-back-translation' {
  const { state } = signature
  if (unit.text === undefined) return 'not-written'
  if (state !== 'draft' && rank(unit) >= TEXT_STATES.indexOf(state)) return 'signed'
  if (state === 'approved' && unit.isRed && backTranslation === '') return 'no-back-translation'
  return rowOf(unit, signature, backTranslation)
}

/** A row for the text as it stands now; in one line, so that git shows it as one. */
export function rowOf(
  { key, source, text = '', row }: Pick<Unit, 'key' | 'source' | 'text' | 'row'>,
  { state, by, when, how }: Signature,
  backTranslation: string,
  comment = row?.comment ?? '',
): ReviewRow {
  const hashes = { sourceHash: hashOfText(source), textHash: hashOfText(text) }
  const kept = sourceToKeep(state, source)
  return { key, ...hashes, state, by, when, how, backTranslation, comment, source: kept }
}

/** The words of a source as a row keeps them. */
export function sourceToKeep(state: ReviewState, source: string): string {
  return state === 'draft' ? '' : source.replace(/\s*\n\s*/g, ' ')
}

/** Empty where the back-translation is of an earlier wording. */
export function backTranslationOf({ row, text }: Unit): string {
  return row && text !== undefined && row.textHash === hashOfText(text) ? row.backTranslation : ''
}

/** @example listKeys(units) // 'rules.cord.sms, rules.cord.voice and 40 more' */
function listKeys(units: readonly { readonly key: string }[]): string {
  const first = units.slice(0, LISTED).map(({ key }) => key)
  const more = units.length - first.length
  return first.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** A signature that no longer holds is none. */
function rank({ state }: Unit): number {
  return TEXT_STATES.indexOf(state)
}
