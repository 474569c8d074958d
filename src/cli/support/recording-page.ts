/**
 * The script to record as a page to print: somebody reads it aloud at a kitchen table, and names each file by its number.
 *
 * @example
 * await writeFile('recordings/ht/script.html', String(await recordingPage(line, 'ht', rows)))
 */

import { html } from 'hono/html'
import { SENTENCE_LANGUAGE } from '../../authored/issue.ts'
import type { Line } from '../../line/line.ts'
import type { ScriptRow } from './recording-script.ts'

const STYLE = `
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
  ol li { display: grid; grid-template-columns: 4rem 1fr 3rem; gap: 0 1rem; padding: 0.5rem 0; border-top: 1px solid; break-inside: avoid; }
  ol { list-style: none; padding: 0; }
  b { font-size: 1.3rem; }
  q { quotes: none; font-size: 1.3rem; }
  small { grid-column: 2; }
`

export function recordingPage(line: Line, locale: string, rows: readonly ScriptRow[]) {
  const { name, direction } = line.locales[locale]?.settings ?? { name: locale, direction: 'ltr' }
  const minutes = Math.ceil(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60)
  return html`<!doctype html>
<html lang="${SENTENCE_LANGUAGE}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${line.settings.name}: ${name}, to record</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${line.settings.name}: ${name}, to record</h1>
      <p>${rows.length} pieces, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} of speech. The seconds at the side are a guide.</p>
      <ul>
        <li>Sit in a quiet room with soft things in it. Hold the phone or microphone a hand away, and always the same.</li>
        <li>One file for each number, named by it: 001.wav, 002.wav … MP3 is good too. Silence before and after is cut off.</li>
        <li>Speak calmly, as to one person. Read the large words only; the small line shows the sentence that they become a part of.</li>
      </ul>
      ${sections(rows).map(
        ([place, of]) => html`<h2>${place}</h2>
      <ol>${of.map((row) => item(row, locale, direction))}</ol>`,
      )}
    </main>
  </body>
</html>`
}

function item({ number, words, seconds, heardIn }: ScriptRow, locale: string, direction: string) {
  const isPart = heardIn.replace(/[.,:;]$/, '') !== words
  return html`<li><b>${String(number).padStart(3, '0')}</b>
    <q lang="${locale}" dir="${direction}">${words}</q> <span>${seconds.toFixed(1)} s</span>
    ${isPart ? html`<small lang="${locale}" dir="${direction}">${heardIn}</small>` : ''}</li>
`
}

/** Rows that follow each other and are heard in the same place. */
function sections(rows: readonly ScriptRow[]): readonly (readonly [string, readonly ScriptRow[]])[] {
  const found: (readonly [string, ScriptRow[]])[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last && last[0] === row.place) last[1].push(row)
    else found.push([row.place, [row]])
  }
  return found
}
