/** All topics by theme, each with the word to text and the number to key in. */
import { nodeText } from '../../line/place.ts'
import { type NumberedTopic, type Theme, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Reading } from './site.ts'

export function Topics({ reading }: { readonly reading: Reading }) {
  return themesOf(reading.line).map((theme) => <TopicTable reading={reading} theme={theme} />)
}

/** The printed word of a topic, in capitals. */
export function wordOf({ locale, words }: Reading, { slug }: NumberedTopic): string {
  return words(nodeText(slug, 'word')).toLocaleUpperCase(locale)
}

function TopicTable({ reading, theme }: { readonly reading: Reading; readonly theme: Theme }) {
  const { words } = reading
  return (
    <table class="topics">
      <caption>{words(nodeText(theme.slug, 'title'))}</caption>
      <thead>
        <tr>
          <th scope="col">{words(phrase('page.topic'))}</th>
          <th scope="col">{words(phrase('page.word'))}</th>
          <th scope="col">{words(phrase('page.number'))}</th>
        </tr>
      </thead>
      <tbody>
        {theme.topics.map((topic) => (
          <tr>
            <th scope="row">{words(nodeText(topic.slug, 'title'))}</th>
            <td>{wordOf(reading, topic)}</td>
            <td>{topic.number}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
