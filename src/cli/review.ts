/**
 * `npm run review -- es`: what is missing until people have signed a language. `sign` signs it, or one topic, as it stands now;
 * `script` writes what people hear and read in it, for reviewers.
 *
 * @example
 * npm run review -- es
 * npm run review -- sign es bone --by "M. R., nurse"
 * npm run review -- sign es --by "A. S., oncologist" --state approved
 * npm run review -- script es                                            # writes script.es.html
 * npm run --silent review -- script es --changed-since v0.1.0 > changes.md
 */
import { REVIEW_STATES } from '../locale/review.ts'
import { type Language, readTranslation } from '../review/language.ts'
import { sign } from '../review/sign.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith } from '../server/load-line.ts'
import { writeSigned } from '../server/review-files.ts'
import { project, readArguments } from './support/command.ts'
import { reviewReport } from './support/review-report.ts'
import { reviewersScript } from './support/reviewers-script.ts'

const USAGE = `npm run review -- <language>: what is missing until people have signed it.
npm run review -- sign <language> [topic] --by "M. R., nurse": signs it as it stands now.
npm run review -- script <language>: the whole line in it, as a page for reviewers.

  --by "M. R., nurse"      initials and role
  --state approved         reviewed where it is left out
  --how machine            human where it is left out
  --changed-since v0.1.0   of the script, only the sentences that have changed since a tag or commit, as Markdown`

const { values, positionals } = readArguments(USAGE, {
  options: {
    by: { type: 'string' },
    state: { type: 'string', default: 'reviewed' },
    how: { type: 'string', default: 'human' },
    'changed-since': { type: 'string' },
  },
  allowPositionals: true,
})
const [task] = positionals
const isSigning = task === 'sign'
const isScript = task === 'script'
const [locale, group, ...more] = isSigning || isScript ? positionals.slice(1) : positionals
if (locale !== undefined && group !== undefined && !isSigning)
  exitWith(
    `The list is of a whole language: \`npm run review -- ${locale}\`. To sign ${group}: \`npm run review -- sign ${locale} ${group} --by "M. R., nurse"\`.`,
  )
if (locale === undefined || more.length > 0)
  exitWith(
    'Name a language: `npm run review -- es`, or `npm run review -- sign es bone --by "M. R., nurse"`.',
  )
if (values['changed-since'] !== undefined && !isScript)
  exitWith(
    `--changed-since is for the script: \`npm run review -- script ${locale} --changed-since v0.1.0\`.`,
  )
if (isScript) await reviewersScript(locale, values['changed-since'])
else await reviewOrSign(locale)

async function reviewOrSign(locale: string): Promise<void> {
  const read = readTranslation(await loadFiles(project), locale)
  if (!read.ok) exitWith(read.problems.join('\n'))
  if (isSigning) await signAndWrite(read.value)
  else process.stdout.write(reviewReport(read.value))
}

async function signAndWrite(language: Language): Promise<void> {
  const state = REVIEW_STATES.find((each) => each === values.state)
  if (!state) exitWith(`There is no state "${values.state}". Choose one of: ${REVIEW_STATES.join(', ')}.`)
  if (values.how !== 'human' && values.how !== 'machine') exitWith('--how must be human or machine.')
  if (values.by === undefined) exitWith('Say who signs: --by "M. R., nurse" (initials and role).')
  const when = new Date().toISOString().slice(0, 10)
  const signed = sign(language, { group, state, by: values.by, how: values.how, when })
  if (!signed.ok) exitWith(signed.problems.join('\n'))
  const file = await writeSigned(project, language, signed.value.rows)
  process.stdout.write(
    `${signed.value.count} texts are now ${state}: ${file}. Commit it; the next start tells them.\n`,
  )
}
