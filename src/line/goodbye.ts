/**
 * Whether a message says goodbye, and nothing else: it has only goodbyes, thanks and fillers. "Goodbye, everyone" has another word,
 * and is read as any message is: it may be a cry for help.
 *
 * @example
 * goodbyeIn(finder, 'OK, thank you so much. Bye now!', 'en') // 'en', the language of the goodbye
 */
import { keywordFor } from '../finder/find-meaning.ts'
import type { Finder } from '../finder/finder.ts'
import type { Keyword } from '../finder/keywords.ts'
import { phrasesIn } from '../finder/phrase-index.ts'
import { tokenize } from '../finder/tokens.ts'

const POLITE: readonly string[] = ['goodbye', 'thanks']

export function goodbyeIn({ keywords, fillers }: Finder, words: string, locale: string): string | undefined {
  const said = tokenize(words).map(({ text }) => text)
  const phrases = phrasesIn(keywords, said)
    .map((match) => ({ ...match, meanings: match.meanings.filter(isPolite) }))
    .filter(({ meanings }) => meanings.length > 0)
  const goodbyes: Keyword[] = []
  for (let at = 0; at < said.length; ) {
    // The longest comes last: "thank you so much" after "thank you".
    const phrase = phrases.findLast(({ start }) => start === at)
    if (!phrase && !fillers.has(said[at] ?? '')) return undefined
    goodbyes.push(...(phrase?.meanings.filter(({ to }) => to === 'goodbye') ?? []))
    at += phrase?.length ?? 1
  }
  return keywordFor(goodbyes, locale)?.locale
}

function isPolite({ kind, to }: Keyword): boolean {
  return kind === 'command' && POLITE.includes(to)
}
