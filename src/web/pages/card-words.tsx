/** The sheets of the card with all words and numbers, in large print, as many as they need; the line's number is on each. */
import { KEYS } from '../../line/keys.ts'
import { isSpoken, nodeText } from '../../line/place.ts'
import { type NumberedTopic, themesOf } from '../../line/themes.ts'
import { phrase } from '../../locale/phrases.ts'
import { LineNumber } from './numbers.tsx'
import type { PageContext, PageProps } from './site.ts'
import { topicWord } from './topics.tsx'

/** A heading, or a topic. */
interface Entry {
  readonly title: string
  readonly topic?: NumberedTopic
}

/** Lines of 18 points on the shorter paper, in two columns, and letters on each: a wide letter, as of Chinese, counts for two. */
const LINES_A_SHEET = 52
const LETTERS_A_LINE = 26
/** A heading has space above it, and is not the last on a sheet. */
const LINES_OF_HEADING = 2

export function WordSheets({ page }: PageProps) {
  const { line, locale, words } = page
  return sheetsOf(page).map((entries, index) => (
    <section class="sheet all" aria-labelledby={index === 0 ? 'all-words' : undefined}>
      <LineNumber page={page} />
      <h2 id={index === 0 ? 'all-words' : undefined}>{words(phrase('card.allWords'))}</h2>
      {index === 0 && (
        <p>
          {words(phrase('card.words'))}.{' '}
          {isSpoken(line, locale) && words(phrase('card.direct', { key: KEYS.number }))}
        </p>
      )}
      <div class="columns">
        {entries.map(({ title, topic }) =>
          topic ? (
            <p>
              <strong>{topicWord(page, topic)}</strong> {topic.number} {title}
            </p>
          ) : (
            <h3>{title}</h3>
          ),
        )}
      </div>
    </section>
  ))
}

/** Sheets that are about equally full. */
function sheetsOf(page: PageContext): readonly (readonly Entry[])[] {
  const entries = entriesOf(page)
  const total = entries.reduce((sum, entry) => sum + linesOf(page, entry), 0)
  const most = Math.min(LINES_A_SHEET, Math.ceil(total / Math.ceil(total / LINES_A_SHEET)) + LINES_OF_HEADING)
  const sheets: Entry[][] = [[]]
  let lines = 0
  for (const entry of entries) {
    const more = linesOf(page, entry)
    const room = entry.topic ? more : more + LINES_OF_HEADING
    if (lines + room > most) {
      sheets.push([])
      lines = 0
    }
    sheets.at(-1)?.push(entry)
    lines += more
  }
  return sheets
}

function entriesOf({ line, locale, words }: PageContext): readonly Entry[] {
  return themesOf(line, locale).flatMap(({ slug, topics }) => [
    { title: words(nodeText(slug, 'title')) },
    ...topics.map((topic) => ({ title: words(nodeText(topic.slug, 'title')), topic })),
  ])
}

function linesOf(page: PageContext, { title, topic }: Entry): number {
  if (!topic) return LINES_OF_HEADING
  const text = `${topicWord(page, topic)} ${topic.number} ${title}`
  const wide = text.match(/[\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uffef]/gu) ?? []
  return Math.ceil((text.length + wide.length) / LETTERS_A_LINE)
}
