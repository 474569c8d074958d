/**
 * The small line of `test/fixtures/line`, compiled once: for tests of behaviour that does not depend on the real content.
 *
 * @example
 * take(fixtureLine, positionAt('bone', 'ja'), event, context)
 */
import { fileURLToPath } from 'node:url'
import type { Files } from '../../src/authored/files.ts'
import { formatIssue } from '../../src/authored/issue.ts'
import type { Lexicon } from '../../src/finder/lexicon.ts'
import { openSpelling } from '../../src/finder/spelling.ts'
import { type Line, openLine } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { pagePhrases } from '../../src/locale/page-phrases.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { teach } from './teach.ts'

export const fixtureRoot = fileURLToPath(new URL('../fixtures/line', import.meta.url))

/** Words that may mean either topic, by locale. */
const UNSURE: Readonly<Record<string, string>> = { en: 'um', ht: 'zut' }

export const fixtureFiles: Files = withPages(await loadFiles(shippedProject(fixtureRoot)))

export const fixtureLine: Line = openFixture(fixtureFiles)

/** The words of the pages are their keys, such as "en page.home {{name}}": no test reads them for what they say. */
function withPages(files: Files): Files {
  const locales = Object.keys(files).filter((file) => file.endsWith('/locale.json'))
  return Object.fromEntries([
    ...Object.entries(files),
    ...locales.map((file) => [
      file.replace('locale.json', 'pages.json'),
      JSON.stringify(pagesIn(file.split('/')[1] ?? '')),
    ]),
  ])
}

function pagesIn(locale: string) {
  const pages: Record<string, Record<string, string>> = {}
  for (const [key, names] of Object.entries(pagePhrases)) {
    const [group = '', name = ''] = key.split('.')
    pages[group] ??= {}
    pages[group][name] = [locale, key, ...names.map((each) => `{{${each}}}`)].join(' ')
  }
  return pages
}

/** The line of these files, which are those of the fixture line or changed ones. */
export function openFixture(files: Files): Line {
  const { line, issues } = lint(files)
  if (!line) throw new Error(issues.map(formatIssue).join('\n'))
  return openLine({ ...line, lexicon: withUnsureWords(line.lexicon) })
}

/** "Woe" may be a cry for help, in the first language. */
function withUnsureWords(lexicon: Lexicon): Lexicon {
  const { keyOf } = openSpelling(lexicon.spelling)
  const unsure = Object.entries(lexicon.meanings).map(([locale, model], index) => {
    const word = UNSURE[locale]
    const { topics, parts } = word
      ? {
          topics: teach(model.topics, keyOf(word), { bone: 0.4, outlook: 0.35 }),
          parts: teach(model.parts, keyOf(word), { 'bone.where': 0.4, 'outlook.years': 0.35 }),
        }
      : model
    return [
      locale,
      { ...model, parts, topics: index === 0 ? teach(topics, keyOf('woe'), { crisis: 0.14 }) : topics },
    ] as const
  })
  return {
    ...lexicon,
    loneSigns: [...lexicon.loneSigns, 'woe'],
    meanings: Object.fromEntries(unsure),
    danger: teach(lexicon.danger, keyOf('woe'), { crisis: 0.5, ordinary: 0.4 }),
  }
}
