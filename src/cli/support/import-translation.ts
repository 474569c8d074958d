/**
 * Checks what comes back from a translator, row by row, and says what it changes: everything, or nothing where a row is refused.
 *
 * @example
 * const change = importTranslation(language, rows, { by: 'M. R., nurse', today: '2026-11-26' })
 * if (change.ok) change.value.texts.get('nodes.bone.label') // 'los huesos'
 */
import type { Result } from '../../authored/result.ts'
import { listPlaceholders, placeholdersIn } from '../../lint/check.ts'
import { figuresIn } from '../../lint/claims.ts'
import type { ReviewRow, ReviewRows, Signature } from '../../locale/review.ts'
import { readSignature, signerProblem } from '../../locale/review-file.ts'
import type { Language, Unit } from '../../review/language.ts'
import { backTranslationOf, rowOf } from '../../review/sign.ts'
import type { Returned } from './translation.ts'

/** Who signs what an XLIFF approves, and the day. */
interface Importer {
  readonly by: string | undefined
  readonly today: string
}

export interface TextChange {
  /** By key, the texts that have changed. */
  readonly texts: ReadonlyMap<string, string>
  readonly rows: ReviewRows
}

/** Each problem begins with its row. */
export function importTranslation(
  language: Language,
  returned: readonly Returned[],
  importer: Importer,
): Result<TextChange> {
  const units = new Map(language.units.map((unit) => [unit.key, unit]))
  const texts = new Map<string, string>()
  const rows = new Map(language.rows)
  const seen = new Set<string>()
  const problems: string[] = []
  for (const each of returned) {
    const unit = units.get(each.key)
    const row = unit && !seen.has(each.key) ? readReturned(unit, each, importer) : undefined
    if (!unit)
      problems.push(
        `${each.at}: no text has the key "${each.key}". Give it its own again, or delete the row.`,
      )
    else if (seen.has(each.key)) problems.push(`${each.at}: "${each.key}" is there twice. Keep one.`)
    else if (typeof row === 'string') problems.push(`${each.at}, ${each.key}: ${row}`)
    else {
      if (each.text !== '' && each.text !== unit.text) texts.set(each.key, each.text)
      if (row) rows.set(each.key, row)
    }
    seen.add(each.key)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { texts, rows } }
}

/** Its row of the review where that changes; or what is wrong. */
function readReturned(unit: Unit, each: Returned, importer: Importer): ReviewRow | string | undefined {
  const problem = textProblem(unit, each)
  if (problem) return problem
  const text = each.text || undefined
  const signature = each.review ? signatureOf(unit, each.review) : approvalOf(unit, each, importer)
  if (typeof signature === 'string') return signature
  const earlier = unit.row?.backTranslation ?? ''
  const given = each.review?.backTranslation ?? earlier
  // The back-translation of an earlier wording does not count for this one.
  const back = given === earlier ? backTranslationOf({ ...unit, text }) : given
  const known = unit.row?.comment ?? ''
  const comment = each.review?.comment ?? known
  if (!signature && given === earlier && comment === known) return undefined
  if (text === undefined) return 'there is no text to sign yet. Write it.'
  if (signature?.state === 'approved' && unit.isRed && back === '')
    return 'this text is on the red list: without a back-translation of this wording it cannot be approved.'
  const unsigned: Signature = { state: 'draft', by: unit.row?.by ?? '', when: importer.today, how: 'human' }
  const kept = text === unit.text && unit.state === unit.row?.state ? unit.row : undefined
  return rowOf({ ...unit, text }, signature ?? kept ?? unsigned, back, comment)
}

function textProblem(unit: Unit, { source, text }: Returned): string | undefined {
  if (source !== unit.source)
    return `its source has changed since the export. It is now: "${unit.source}". Export again.`
  if (text === unit.text) return undefined
  if (text === '')
    return unit.text === undefined ? undefined : 'its text is empty. Write it, or leave it as it was.'
  if (/[\r\n]/.test(text)) return 'its text has more than one line. Write it in one.'
  // A difference that the earlier wording had too is not the fault of this one.
  const same = (of: (text: string) => string) => [source, unit.text ?? source].map(of).includes(of(text))
  if (!same(namesIn))
    return `its placeholders differ from those of the source: ${namesIn(source)} there, ${namesIn(text)} here. Keep each as it is.`
  if (!same(figuresIn))
    return `its numbers or keys differ from those of the source: ${figuresIn(source)} there, ${figuresIn(text)} here. Tell the same ones.`
  return undefined
}

function namesIn(text: string): string {
  return listPlaceholders(placeholdersIn(text))
}

/** Of a table: nothing where the row says what it said at the export. */
function signatureOf(unit: Unit, review: NonNullable<Returned['review']>): Signature | string | undefined {
  const { by, how } = review
  const { row } = unit
  const isAsBefore = by === (row?.by ?? '') && how === (row?.how ?? '')
  if (review.state === 'stale' || (review.state === unit.state && isAsBefore)) return undefined
  const signature = readSignature(review)
  // It goes on the sentence that names the row.
  return typeof signature === 'string' ? signature.charAt(0).toLowerCase() + signature.slice(1) : signature
}

/** Of XLIFF. */
function approvalOf(
  unit: Unit,
  { isApproved }: Returned,
  { by, today }: Importer,
): Signature | string | undefined {
  if (isApproved === undefined || isApproved === (unit.state === 'approved')) return undefined
  if (!isApproved) return { state: 'draft', by: unit.row?.by ?? '', when: today, how: 'human' }
  if (by === undefined)
    return 'it is approved, and an XLIFF does not say by whom. Import it with --by "M. R., nurse".'
  return signerProblem(by) ?? { state: 'approved', by, when: today, how: 'human' }
}
