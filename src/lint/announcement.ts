/** An announcement in `line.yaml` fits as one of `/operate` does: in one segment, and in some seconds. It says so in the source language. */

import { type IssueCode, issueIn } from '../authored/issue.ts'
import { sourceLocale } from '../flow/settings.ts'
import { dialledPhone } from '../locale/wording.ts'
import { checkWords } from '../today/check-words.ts'
import type { Check, CompiledDraft } from './check.ts'

const CODES: Readonly<Record<string, IssueCode>> = {
  'phrases:operate.marks': 'odd-character',
  'phrases:operate.costlyLetters': 'ucs2-letter',
  'phrases:operate.tooLong': 'too-long-spoken',
}

export const checkAnnouncement: Check<CompiledDraft> = function* ({ draft, line, texts }) {
  const { data, source } = draft.flow.settings
  for (const [locale, words] of Object.entries(data.announcement?.words ?? {})) {
    const problem = checkWords(line, texts, locale, words)
    if (!problem) continue
    const message = texts(sourceLocale(data), problem, dialledPhone)
    const code = CODES[problem.key] ?? 'too-long-text'
    yield issueIn(source, { locale })(code, ['announcement', 'words', locale], message)
  }
}
