/**
 * What a text in a language that the line lacks is answered: it names the languages that the line has and the emergency number, and
 * is no longer than any reply.
 */
import { issueIn } from '../authored/issue.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import { lackedBy } from '../locale/other-languages.ts'
import { countSegments, MOST_SEGMENTS } from '../sms/segments.ts'
import { type Check, listPlaceholders, placeholdersIn } from './check.ts'

const WANTED = ['emergency', 'languages']
/** No country's emergency number is longer. */
const LONGEST_NUMBER = '10111'

export const checkOtherLanguages: Check<Draft> = function* ({ flow, otherLanguages, locales }) {
  if (!otherLanguages) return
  const issue = issueIn(otherLanguages.source)
  // Any language but the source may fall silent (line/tell-reviewed.ts).
  const source = [sourceLocale(flow.settings.data)]
  const languages = Object.values(locales).map(({ settings }) => settings.data.name)
  for (const [tag, { sms }] of Object.entries(otherLanguages.data)) {
    const found = placeholdersIn(sms)
    if (found.join() !== WANTED.join())
      yield issue(
        'placeholder-differs',
        [tag, 'sms'],
        `The sentence in "${tag}" must have these placeholders: ${listPlaceholders(WANTED)}. It has: ${listPlaceholders(found)}.`,
      )
  }
  for (const [tag, { sms }] of Object.entries(lackedBy(source, otherLanguages.data))) {
    const text = sms.replace('{{languages}}', languages.join(', ')).replace('{{emergency}}', LONGEST_NUMBER)
    const segments = countSegments(text)
    if (segments > MOST_SEGMENTS)
      yield issue(
        'too-long-text',
        [tag, 'sms'],
        `The sentence in "${tag}" is ${segments} segments as it is sent; the most is ${MOST_SEGMENTS}. Shorten it.`,
      )
  }
}
