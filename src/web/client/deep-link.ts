/**
 * What the address of the page asks for: `/phone?topic=bone&country=MX` chooses the country, writes the topic's word into the text
 * field, and presses the keys to the topic in the first call. The language is the server's to choose.
 *
 * @example
 * const link = readLink(element('country', HTMLSelectElement))
 * link.note // 'Press Call: this page then presses the keys to "Bones".'
 * link.keys() // ['1', '7', '2', '1']
 */
import { data, words } from './page.ts'

interface Link {
  /** To show; empty where the address asks for nothing. */
  readonly note: string
  /** To text. */
  readonly word: string
  /** To press one after the other, for the country that is chosen then. */
  readonly keys: () => string[]
}

export function readLink(country: HTMLSelectElement): Link {
  const query = new URLSearchParams(location.search)
  const asked = { topic: query.get('topic') ?? '', country: query.get('country')?.toUpperCase() ?? '' }
  const isListed = [...country.options].some(({ value }) => value === asked.country)
  if (isListed) country.value = asked.country
  keepInOtherLanguages(query)
  const [, topic] = topicAt(asked.topic) ?? []
  const title = topic?.titles[document.documentElement.lang] ?? ''
  const isOff = topic !== undefined && topic.keys === undefined
  const notes = [
    ...(asked.country && !isListed ? [words('noCountry', { country: asked.country })] : []),
    ...(topic ? [words(isOff ? 'offToday' : 'toTopic', { topic: title })] : []),
    ...(asked.topic && !topic ? [words('noTopic', { topic: asked.topic })] : []),
  ]
  return {
    note: notes.join(' '),
    word: (!isOff && topic?.word) || '',
    keys: () => (topic && !isOff ? [...(data.languageKeys[country.value] ?? ''), ...(topic.keys ?? '')] : []),
  }
}

/** The links to the page in other languages ask for the same. */
function keepInOtherLanguages(query: URLSearchParams): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
    const address = new URL(link.href)
    for (const name of ['topic', 'country']) {
      const value = query.get(name)
      if (value) address.searchParams.set(name, value)
    }
    link.href = address.href
  }
}

/** By its slug, or by the word that is printed for it. */
function topicAt(asked: string) {
  const read = asked.trim().toLowerCase()
  return Object.entries(data.nodes).find(
    ([slug, { word }]) => word && (slug === read || word.toLowerCase() === read),
  )
}
