/** All topics by theme, each a link, with its keyword to text and its number to press. */
import { nodeText } from '../../line/place.ts'
import { type NumberedTopic, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import type { PageContext, PageProps } from './site.ts'
import { topicPath } from './topic-paths.ts'

export function Topics({ page }: PageProps) {
  const { line, base, words } = page
  return themesOf(line).map(({ slug, topics }) => (
    <table class="topics">
      <caption>{words(nodeText(slug, 'title'))}</caption>
      <thead>
        <tr>
          <th scope="col">{words(phrase('page.topic'))}</th>
          <th scope="col">{words(phrase('page.word'))}</th>
          <th scope="col">{words(phrase('page.number'))}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr>
            <th scope="row">
              <a href={base + topicPath(page, topic.slug)}>{words(nodeText(topic.slug, 'title'))}</a>
            </th>
            <td>{topicWord(page, topic)}</td>
            <td>{topic.number}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}

/** The printed keyword of a topic, in capitals. */
export function topicWord({ locale, words }: PageContext, { slug }: NumberedTopic): string {
  return words(nodeText(slug, 'word')).toLocaleUpperCase(locale)
}
