/** No character in a text that cannot be sent as XML or spoken: control characters and lone surrogates. */

import type { Path } from '../authored/source.ts'
import { type Check, issueAt } from './draft.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const ODD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u

export const checkCharacters: Check = ({ flow, locales }) => [
  ...oddIn(flow.settings.data, []).map((path) =>
    issueAt('odd-character', flow.settings.source, path, MESSAGE),
  ),
  ...Object.entries(locales).flatMap(([locale, { phrases, pages, directory, nodes }]) => [
    ...[phrases, pages, directory].flatMap(({ data, source }) =>
      oddIn(data, []).map((path) => issueAt('odd-character', source, path, MESSAGE, { locale })),
    ),
    ...Object.entries(nodes).flatMap(([node, { text, source }]) =>
      oddIn(text, [node]).map((path) => issueAt('odd-character', source, path, MESSAGE, { locale, node })),
    ),
  ]),
]

const MESSAGE =
  'This text has a character that cannot be said or sent (a control character, or half of a pair). Type it anew.'

function oddIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value === 'string') return ODD.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value)
  return entries.flatMap(([key, item]) => oddIn(item, [...path, key]))
}
