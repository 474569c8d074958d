/**
 * The whole line in one language, as one accessible page for reviewers: every node in the order a caller meets it, its
 * prompts and their length, its texts and their segments, its keywords, its sources and its reading score.
 *
 * @example
 * await writeFile('script.es.html', String(await scriptPage(line, 'es')))
 */
import { html } from 'hono/html'
import { sourceLocale } from '../../flow/settings.ts'
import type { Channel } from '../../line/event.ts'
import { type Line, textsOf } from '../../line/line.ts'
import { partsAt } from '../../line/nodes/index.ts'
import { isOffered } from '../../line/offered.ts'
import { nodeText } from '../../line/place.ts'
import { atPart, stepTo } from '../../line/position.ts'
import { mainPlace } from '../../line/prepare.ts'
import { readingOrder } from '../../line/reading-order.ts'
import { take } from '../../line/take.ts'
import { measureTopics } from '../../lint/measure.ts'
import type { LocaleSettings } from '../../locale/locale-settings.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Texts } from '../../locale/texts.ts'
import type { Wording } from '../../locale/wording.ts'
import { citeFact } from '../../review/cite-fact.ts'
import { writeText } from '../../sms/render.ts'
import { splitSegments } from '../../sms/segments.ts'
import { secondsOf } from '../../voice/seconds.ts'
import { speakPhone, withoutBreaths } from '../../voice/speech.ts'
import { spokenLanguage } from '../../voice/spoken-language.ts'

const STYLE = `
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { margin-top: 3rem; border-top: 2px solid; padding-top: 1rem; }
  blockquote { margin: 0.5rem 0; padding: 0.5rem 1rem; border-inline-start: 4px solid; white-space: pre-line; }
  small { display: block; }
  mark { background: none; color: inherit; border-inline-end: 3px double; }
`

/** A line, read in one of its languages. */
interface Script {
  readonly line: Line
  readonly texts: Texts
  readonly locale: string
  readonly settings: LocaleSettings
  readonly words: (wording: Wording) => string
}

export function scriptPage(line: Line, locale: string) {
  const settings = line.locales[locale]?.settings
  if (!settings) throw new Error(`There is no locale "${locale}".`)
  const texts = textsOf(line)
  const words = (wording: Wording) => texts(locale, wording, speakPhone)
  const script = { line, texts, locale, settings, words }
  const measures = measureTopics(line).filter((measure) => measure.locale === locale)
  const { name, country } = line.settings
  const title = words(phrase('script.title', { name, language: settings.name }))
  return html`<!doctype html>
<html lang="${locale}" dir="${settings.direction}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${words(phrase('script.intro', { country }))}</p>
      ${nodesToRead(line, locale).map((slug) => {
        const measure = measures.find(({ node }) => node === slug)
        return section(script, slug, measure?.grade ?? null)
      })}
    </main>
  </body>
</html>`
}

/** A topic that the language lacks has nothing to review. */
function nodesToRead(line: Line, locale: string): readonly string[] {
  return readingOrder(line).filter(
    (slug) => line.nodes[slug]?.kind !== 'topic' || isOffered(line, locale, slug),
  )
}

function section(script: Script, slug: string, score: number | null) {
  const { line, locale, settings, words } = script
  const node = line.nodes[slug]
  if (!node) return ''
  const number = 'number' in node ? ` (${node.number})` : ''
  const keywords = [...line.finder.keywords.meanings]
    .filter(([, keywords]) =>
      keywords.some((keyword) => keyword.kind === 'node' && keyword.to === slug && keyword.locale === locale),
    )
    .map(([word]) => word)
  const { readability } = settings
  return html`<section aria-labelledby="${slug}">
    <h2 id="${slug}">${words(nodeText(slug, 'title'))}${number}</h2>
    ${keywords.length > 0 ? html`<p>${words(phrase('script.words', { words: keywords.join(', ') }))}</p>` : ''}
    ${readability && score !== null ? html`<p>${words(phrase('script.score', { score, formula: readability.formula }))}</p>` : ''}
    <h3>${words(phrase('script.byPhone'))}</h3>
    ${prompts(script, slug)}
    <h3>${words(phrase('script.byText'))}</h3>
    ${messages(script, slug)}
    ${facts(script, slug)}
  </section>`
}

function prompts({ line, texts, locale, words }: Script, slug: string) {
  return turnsAt(line, locale, slug, 'voice').map(({ prompts, position }) => {
    const spoken = prompts.map((prompt) => {
      const promptLocale = prompt.locale ?? position.locale
      return { promptLocale, text: texts(promptLocale, prompt, speakPhone) }
    })
    const language = spokenLanguage(line, locale)
    const seconds = spoken.reduce((sum, { text }) => sum + secondsOf(text, language), 0)
    return html`<blockquote>${spoken.map(({ promptLocale, text }) => html`<span lang="${promptLocale}">${withoutBreaths(text)}</span>\n`)}</blockquote>
      <small>${words(phrase('script.seconds', { seconds: Math.round(seconds) }))}</small>`
  })
}

function messages({ line, texts, locale, words }: Script, slug: string) {
  return turnsAt(line, locale, slug, 'sms').map((turn) => {
    const segments = splitSegments(writeText(texts, turn))
    return html`<blockquote>${segments.map((segment, index) => (index < segments.length - 1 ? html`<mark>${segment}</mark>` : segment))}</blockquote>
      <small>${words(phrase('script.segments', { segments: segments.length }))}</small>`
  })
}

/** A turn for each part of a topic; one turn for any other node. */
function turnsAt(line: Line, locale: string, slug: string, channel: Channel) {
  const main = mainPlace(line, channel, locale, line.settings.country)
  const place = { ...main, position: stepTo(main.position, slug) }
  const parts = line.nodes[slug]?.kind === 'topic' ? partsAt(place) : 1
  return Array.from({ length: parts }, (_, index) =>
    take(line, atPart(place.position, index + 1), { kind: 'arrival' }, place.context),
  )
}

/** Authors write the facts of a topic in the source language of the line. */
function facts({ line, words }: Script, slug: string) {
  const node = line.nodes[slug]
  if (node?.kind !== 'topic') return ''
  return html`<h3>${words(phrase('script.sources'))}</h3>
    <ul lang="${sourceLocale(line.settings)}">${node.facts.map((fact) => html`<li>${citeFact(line, fact)}</li>`)}</ul>`
}
