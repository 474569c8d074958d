/**
 * Whether a message says goodbye, and nothing else: it has only goodbyes, thanks and fillers. "Goodbye, everyone" has another word,
 * and is read as any message is: it may be a cry for help.
 *
 * @example
 * goodbyeIn(finder, 'OK, thank you so much. Bye now!', 'en') // 'en', the language of the goodbye
 */
import { meaningFor } from '../finder/find-meaning.ts'
import type { Finder } from '../finder/finder.ts'
import type { Keyword } from '../finder/keywords.ts'
import { longestAt, phrasesIn } from '../finder/phrase-index.ts'
import { tokenize } from '../finder/tokens.ts'

const POLITE: readonly string[] = ['goodbye', 'thanks']

export function goodbyeIn(
  { keywords, fillers, spelling }: Finder,
  words: string,
  locale: string,
): string | undefined {
  const said = tokenize(words, spelling).map(({ text }) => text)
  const phrases = phrasesIn(keywords, said)
    .map((match) => ({ ...match, meanings: match.meanings.filter(isPolite) }))
    .filter(({ meanings }) => meanings.length > 0)
  // For each word, the goodbyes before it, if polite words alone lead there: "OK thank you" may be the beginning of "thank you so much".
  const before: (readonly Keyword[] | undefined)[] = [[]]
  for (const at of said.keys()) {
    const goodbyes = before[at]
    if (!goodbyes) continue
    const next = phrases.filter(({ start }) => start === at)
    const filler = longestAt(fillers, said, at)
    for (const { length, meanings } of filler ? [...next, { ...filler, meanings: [] }] : next)
      if (!before[at + length]?.length)
        before[at + length] = [...goodbyes, ...meanings.filter(({ to }) => to === 'goodbye')]
  }
  return meaningFor(before[said.length] ?? [], [locale])?.locale
}

function isPolite({ kind, to }: Keyword): boolean {
  return kind === 'command' && POLITE.includes(to)
}
