/** No text has a character that XML cannot hold or a voice cannot say: control characters and lone surrogates. */
import type { Authored } from '../authored/files.ts'
import { type Issue, issueIn } from '../authored/issue.ts'
import { leavesOf } from '../authored/records.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u

const MESSAGE =
  'This text has a character that cannot be said or sent (a control character, or half of a pair). Type it again.'

export const checkCharacters: Check<Draft> = function* ({ flow, locales }) {
  for (const file of [flow.settings, ...Object.values(flow.directory)]) yield* oddIn(file)
  for (const [locale, { commands, phrases, pages, directory, nodes }] of Object.entries(locales)) {
    for (const file of [commands, phrases, pages, directory]) yield* oddIn(file, { locale })
    for (const [node, { data, source }] of Object.entries(nodes))
      yield* oddIn({ data: { [node]: data }, source }, { locale, node })
  }
}

function* oddIn({ data, source }: Authored<object>, about: Pick<Issue, 'locale' | 'node'> = {}) {
  const issue = issueIn(source, about)
  for (const [path, value] of leavesOf(data))
    if (typeof value === 'string' && ODD.test(value)) yield issue('odd-character', path, MESSAGE)
}
