/**
 * The addresses of topics: `/<locale>/<word>`, with the word that is printed for it.
 *
 * @example
 * topicPath(page, 'bone') // '/es/hueso'
 * findTopic(site, 'es', 'BONE') // 'bone': words of other languages and slugs are known too
 */
import { normalise } from '../../finder/tokens.ts'
import { nodeText } from '../../line/place.ts'
import type { PageContext, Site } from './site.ts'

/** Without the path of PUBLIC_URL. */
export function topicPath({ locale, words }: Pick<PageContext, 'locale' | 'words'>, slug: string): string {
  const word = words(nodeText(slug, 'word')).toLocaleLowerCase(locale)
  return `/${locale}/${encodeURIComponent(word.replaceAll(' ', '-'))}`
}

export function topicsOf({ nodes }: Site['line']): readonly string[] {
  return Object.keys(nodes).filter((slug) => nodes[slug]?.kind === 'topic')
}

/** By language, its topics by their printed words; the words of the language itself go before those of others. */
export function indexTopics({ line }: Site): (locale: string, word: string) => string | undefined {
  const topics = topicsOf(line)
  const wordsIn = (locale: string) =>
    topics.map((slug) => [normalise(line.locales[locale]?.resources.nodes[slug]?.word ?? ''), slug] as const)
  const all = line.settings.locales
  const everywhere = [...topics.map((slug) => [normalise(slug), slug] as const), ...all.flatMap(wordsIn)]
  const byLocale = new Map(all.map((locale) => [locale, new Map([...everywhere, ...wordsIn(locale)])]))
  return (locale, word) => byLocale.get(locale)?.get(normalise(word))
}
