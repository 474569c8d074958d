/**
 * A language that nobody speaks, made from another one of a line: each word that people hear or read stands between two marks, so that
 * a word outside the language is seen. What the line only listens for stays as it is.
 *
 * @example
 * withPseudoLocale(fixtureFiles, 'en', 'en-XA') // … 'locales/en-XA/main.json': { "bone": { "label": "àbonesé", … } }
 * outsidePseudo('àThisé cancer àcané') // ['cancer']
 */
import type { Files } from '../../src/authored/files.ts'
import { editFiles } from './edit-files.ts'

/** Letters that GSM-7 has. */
const [BEFORE, AFTER] = ['à', 'é']
const WORD = /[\p{L}\p{M}'’]+/gu
const PLACEHOLDER = /(\{\{[^}]*\}\})/
/** What people say; the rest of a folder is said to them. */
const HEARD = ['alarms', 'cries', 'examples', 'numerals', 'countries', 'signs']
const HEARD_OF_A_NODE = ['facts']
/** Twilio has a voice that no other language of the fixture line has. */
const VOICE = { name: 'Polly.Lea-Neural', language: 'fr-FR', speech: 'fr-FR', wordsPerMinute: 150 }

export function withPseudoLocale(files: Files, from: string, tag: string): Files {
  const folder = `locales/${from}/`
  const own = Object.entries(files).flatMap(([path, text]) => {
    const name = path.slice(folder.length, -'.json'.length)
    return path.startsWith(folder) && path.endsWith('.json')
      ? [[`locales/${tag}/${name}.json`, JSON.stringify(changed(name, JSON.parse(String(text))), null, 2)]]
      : []
  })
  return editFiles(
    { ...files, ...Object.fromEntries(own) },
    ['flows/line.yaml', ['locales'], [from, tag]],
    ['flows/line.yaml', ['numbers']],
  )
}

/** Words of letters that are no words of the pseudo-locale. */
export function outsidePseudo(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => !isPseudo(word))
}

/** Words of the pseudo-locale. */
export function pseudoIn(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter(isPseudo)
}

function isPseudo(word: string): boolean {
  const small = word.toLowerCase()
  return small.startsWith(BEFORE) && small.endsWith(AFTER)
}

function changed(name: string, data: unknown): unknown {
  if (HEARD.includes(name)) return data
  return name === 'locale' ? { name: marked('English'), direction: 'ltr', voice: VOICE } : withMarks(data)
}

function withMarks(data: unknown): unknown {
  if (typeof data === 'string') return marked(data)
  if (Array.isArray(data)) return data.map(withMarks)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      HEARD_OF_A_NODE.includes(key) ? value : withMarks(value),
    ]),
  )
}

function marked(text: string): string {
  return text
    .split(PLACEHOLDER)
    .map((part) => (PLACEHOLDER.test(part) ? part : part.replace(WORD, (word) => BEFORE + word + AFTER)))
    .join('')
}
