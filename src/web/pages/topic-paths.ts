/**
 * The addresses of topics: `/<locale>/<word>`, with the word that is printed for it. A topic that the language lacks has its address
 * in the source language.
 *
 * @example
 * topicPath(page, 'bone') // '/es/hueso'
 * indexTopics(site)('es', 'BONE') // 'bone': words of other languages and slugs are known too
 */

import { normalise } from '../../finder/tokens.ts'
import { isOff, languageOf } from '../../line/offered.ts'
import { nodeText } from '../../line/place.ts'
import { dialledPhone } from '../../locale/wording.ts'
import { reservedNames } from './info-names.ts'
import type { PageContext, Site } from './site.ts'

/** Without the path of PUBLIC_URL. */
export function topicPath(
  { line, texts, locale: reader }: Pick<PageContext, 'line' | 'texts' | 'locale'>,
  slug: string,
): string {
  const locale = languageOf(line, reader, slug)
  const word = texts(locale, nodeText(slug, 'word'), dialledPhone).toLocaleLowerCase(locale)
  // The dash keeps a topic whose word is the name of a page from having that page's address; `indexTopics` reads over it.
  const name = word.replaceAll(' ', '-') + (reservedNames.has(word) ? '-' : '')
  return `/${locale}/${encodeURIComponent(name)}`
}

/** Without those that are off today. */
export function topicSlugs(line: Site['line']): readonly string[] {
  return allTopics(line).filter((slug) => !isOff(line, slug))
}

/** By language, its topics by their printed words, also those that are off today; the words of the language itself go before those of others. */
export function indexTopics({ line }: Site): (locale: string, word: string) => string | undefined {
  const topics = allTopics(line)
  const read = (word: string) => normalise(word, line.finder.spelling)
  const wordsIn = (locale: string) =>
    topics.flatMap((slug) => {
      const word = line.locales[locale]?.resources.nodes[slug]?.word
      return word ? [[read(word), slug] as const] : []
    })
  const all = line.settings.locales
  const everywhere = [...topics.map((slug) => [read(slug), slug] as const), ...all.flatMap(wordsIn)]
  const byLocale = new Map(all.map((locale) => [locale, new Map([...everywhere, ...wordsIn(locale)])]))
  return (locale, word) => byLocale.get(locale)?.get(read(word))
}

function allTopics({ nodes }: Site['line']): readonly string[] {
  return Object.keys(nodes).filter((slug) => nodes[slug]?.kind === 'topic')
}
