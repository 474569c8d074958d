/**
 * The reading of a whole locale for reviewers, as one accessible page: every node in the order a caller meets it, what
 * is said and how long it takes, what is texted and where it is cut, its keywords, its sources, its reading grade.
 *
 * @example
 * await writeFile('script.es.html', String(await readingPage(line, 'es')))
 */
import { html } from 'hono/html'
import type { Channel } from '../../line/event.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { partNames } from '../../line/nodes/topic.ts'
import { positionAt } from '../../line/position.ts'
import { readingOrder } from '../../line/reading-order.ts'
import { take } from '../../line/take.ts'
import { measureTopics, type TopicMeasure } from '../../lint/measure.ts'
import type { Texts } from '../../locale/texts.ts'
import { writeText } from '../../sms/render.ts'
import { splitSegments } from '../../sms/segments.ts'
import { secondsOf } from '../../voice/seconds.ts'
import { speakPhone } from '../../voice/speech.ts'

/** Reviewers' own words around the reading; nobody who calls or texts meets them. */
const STYLE = `
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { margin-top: 3rem; border-top: 2px solid; padding-top: 1rem; }
  blockquote { margin: 0.5rem 0; padding: 0.5rem 1rem; border-inline-start: 4px solid; white-space: pre-line; }
  small { display: block; }
  mark { background: none; color: inherit; border-inline-end: 3px double; }
`

export function readingPage(line: Line, locale: string) {
  const texts = textsOf(line)
  const settings = line.locales[locale]?.settings
  const measures = new Map(
    measureTopics(line)
      .filter((measure) => measure.locale === locale)
      .map((measure) => [measure.node, measure]),
  )
  const sections = readingOrder(line).map((slug) => section(line, texts, locale, slug, measures.get(slug)))
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${line.settings.name}: the whole line in ${settings?.name ?? locale}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${line.settings.name}: the whole line in <span lang="${locale}">${settings?.name ?? locale}</span></h1>
      <p>Every place of the line, in the order a caller meets it, as a caller from ${line.settings.country} hears and reads it. Seconds are at
      normal pace. A double bar in a text shows where it is cut into segments; phones put it together again.</p>
      ${sections}
    </main>
  </body>
</html>`
}

function section(line: Line, texts: Texts, locale: string, slug: string, measure: TopicMeasure | undefined) {
  const node = line.nodes[slug]
  if (!node) return ''
  const title = texts(locale, { key: `nodes:${slug}.title` }, speakPhone)
  const number = 'number' in node ? ` (${node.number})` : ''
  const keywords = [...line.finder.keywords.meanings]
    .filter(([, keywords]) =>
      keywords.some((keyword) => keyword.kind === 'node' && keyword.to === slug && keyword.locale === locale),
    )
    .map(([word]) => word)
  return html`<section aria-labelledby="${slug}">
    <h2 id="${slug}"><span lang="${locale}">${title}</span>${number}</h2>
    ${keywords.length > 0 ? html`<p>Words: <span lang="${locale}">${keywords.join(', ')}</span></p>` : ''}
    ${measure?.grade !== null && measure !== undefined ? html`<p>Reading score: ${measure.grade} (${line.locales[locale]?.settings.readability?.formula})</p>` : ''}
    <h3>By phone</h3>
    ${said(line, texts, locale, slug)}
    <h3>By text</h3>
    ${texted(line, texts, locale, slug)}
    ${sourcesOf(line, slug)}
  </section>`
}

function said(line: Line, texts: Texts, locale: string, slug: string) {
  const { wordsPerMinute } = line.locales[locale]?.settings.voice ?? { wordsPerMinute: 150 }
  return turnsAt(line, locale, slug, 'voice').map(({ prompts, position }) => {
    const words = prompts.map((utterance) => ({
      utterance,
      text: texts(utterance.locale ?? position.locale, utterance, speakPhone),
    }))
    const seconds = words.reduce((sum, { text }) => sum + secondsOf(text, locale, wordsPerMinute), 0)
    return html`<blockquote lang="${locale}">${words.map(({ utterance, text }) => html`<span lang="${utterance.locale ?? locale}">${text.replaceAll(' |', '')}</span>\n`)}</blockquote>
      <small>${Math.round(seconds)} seconds with its choices</small>`
  })
}

function texted(line: Line, texts: Texts, locale: string, slug: string) {
  return turnsAt(line, locale, slug, 'sms').map((turn) => {
    const segments = splitSegments(writeText(texts, turn))
    return html`<blockquote lang="${locale}">${segments.map((segment, index) => (index < segments.length - 1 ? html`<mark>${segment}</mark>` : segment))}</blockquote>
      <small>${segments.length} ${segments.length === 1 ? 'segment' : 'segments'}</small>`
  })
}

/** What is told at a node: a turn for each of its parts. */
function turnsAt(line: Line, locale: string, slug: string, channel: Channel) {
  const { country } = line.settings
  const node = line.nodes[slug]
  const parts = node?.kind === 'topic' ? partNames(node, channel, country).length : 1
  const context = { channel, country, staffed: false, called: null } as const
  return Array.from({ length: parts }, (_, index) =>
    take(
      line,
      {
        ...positionAt(slug, locale),
        trail: [
          { node: line.main, part: 1 },
          { node: slug, part: index + 1 },
        ],
      },
      { kind: 'arrival' },
      context,
    ),
  )
}

function sourcesOf(line: Line, slug: string) {
  const node = line.nodes[slug]
  if (node?.kind !== 'topic') return ''
  return html`<h3>Facts and their sources</h3>
    <ul>${node.facts.map(({ note, sources }) => html`<li>${note} (${sources.map((id) => `${line.sources[id]?.publisher}, ${line.sources[id]?.title}, ${line.sources[id]?.date}`).join('; ')})</li>`)}</ul>`
}
