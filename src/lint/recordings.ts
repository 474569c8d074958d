/**
 * A clip is named by the hash of its words: once they change it is not played, and somebody should know.
 *
 * @example
 * locales/ht/recordings.csv:12:1 warning stale-recording (locale ht): "nodes.bone.label" has changed since this was recorded, …
 */
import { type Issue, issueAtStart } from '../authored/issue.ts'
import type { Draft } from '../line/draft.ts'
import type { CompiledLine } from '../line/line.ts'
import { spokenTexts } from '../line/spoken-texts.ts'
import { clipsOf } from '../locale/clips.ts'
import type { Check, CompiledDraft } from './check.ts'

export const checkRecordings: Check<CompiledDraft> = ({ draft, line }) => staleRecordings(line, draft)

export function* staleRecordings(
  line: Pick<CompiledLine, 'settings' | 'nodes' | 'locales' | 'sources'>,
  { recordings }: Pick<Draft, 'recordings'>,
): Generator<Issue> {
  for (const [locale, rows] of Object.entries(recordings)) {
    if (rows.size === 0) continue
    const words = spokenTexts(line, locale).flatMap(({ text }) => clipsOf(text))
    const names = new Set(words.map(({ name }) => name))
    for (const row of rows.values()) {
      if (names.has(row.hash)) continue
      const message = `"${row.key}" has changed since this was recorded, so the clip is not played. Record it anew (\`npm run recordings -- ${locale}\`), or delete this row.`
      const issue = issueAtStart(row.file, 'stale-recording', message, 'warning')
      yield { ...issue, line: row.line, locale }
    }
  }
}
