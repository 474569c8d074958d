/** The public page: what the line is, and the words to text, in every language. */
import { html } from 'hono/html'
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'

export function homePage(line: Line, texts: Texts) {
  const { name, locales } = line.settings
  const first = locales[0] as string
  const words = (locale: string, wording: Wording) => texts(locale, wording, ({ phone }) => phone)
  const topics = Object.entries(line.nodes).filter(([, node]) => 'number' in node)
  const sections = locales.map((locale) => {
    const { settings } = line.locales[locale] as Line['locales'][string]
    const rows = topics.map(
      ([slug, node]) =>
        html`<li>${words(locale, { key: `nodes:${slug}.title` })}: <strong>${words(locale, { key: `nodes:${slug}.word` }).toLocaleUpperCase(locale)}</strong> (${'number' in node ? node.number : ''})</li>`,
    )
    return html`<section lang="${locale}" dir="${settings.direction}">
      <h2>${settings.name}</h2>
      <p>${words(locale, phrase('page.description', { name }))}</p>
      <ul>${rows}</ul>
      <p>${words(locale, phrase('page.privacy'))}</p>
    </section>`
  })
  return html`<!doctype html>
<html lang="${first}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${name}</title>
  </head>
  <body>
    <main>
      <h1>${name}</h1>
      ${sections}
    </main>
  </body>
</html>`
}
