/** All topics by theme, each a link, with its keyword to text and its number to press; before them, links to the themes. */
import { nodeText } from '../../line/place.ts'
import { type NumberedTopic, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import type { PageContext, PageProps } from './site.ts'
import { topicPath } from './topic-paths.ts'

export function Topics({ page }: PageProps) {
  const { line, locale, words } = page
  const themes = themesOf(line, locale)
  return (
    <>
      <ul class="jumps">
        {themes.map(({ slug }) => (
          <li>
            <a href={`#${slug}`}>{words(nodeText(slug, 'title'))}</a>
          </li>
        ))}
      </ul>
      <div class="themes">
        {themes.map(({ slug, topics }) => (
          <section aria-labelledby={slug}>
            <h3 id={slug}>{words(nodeText(slug, 'title'))}</h3>
            <ul class="topics">
              {topics.map((topic) => (
                <Topic page={page} topic={topic} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function Topic({ page, topic }: PageProps & { readonly topic: NumberedTopic }) {
  const { base, words } = page
  return (
    <li>
      <a href={base + pathOf(page, topic)}>
        <span class="title">{words(nodeText(topic.slug, 'title'))}</span>{' '}
        <span>
          <span class="unseen">{words(phrase('page.word'))}: </span>
          <b class="word">{topicWord(page, topic)}</b>{' '}
          <span class="unseen">{words(phrase('page.number'))}: </span>
          <span class="short">{topic.number}</span>
        </span>
      </a>
    </li>
  )
}

/** The helplines have a number and a word too, and stand on the page itself. */
function pathOf(page: PageContext, { slug }: NumberedTopic): string {
  return slug === page.line.helplines ? `/${page.locale}#numbers` : topicPath(page, slug)
}

/** The printed keyword of a topic, in capitals. */
export function topicWord({ locale, words }: PageContext, { slug }: NumberedTopic): string {
  return words(nodeText(slug, 'word')).toLocaleUpperCase(locale)
}
