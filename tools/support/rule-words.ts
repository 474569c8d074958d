/**
 * For each rule of a language, words that it answers: the first of its examples that the line understands as that danger. A
 * clinician reads the script of them to sign every answer to an alarm.
 *
 * @example
 * ruleWords(line, 'en', examples) // ['my legs gave way and i cant feel them', 'fever of 101 after chemo', …]
 */
import { find } from '../../src/finder/find.ts'
import type { Line } from '../../src/line/line.ts'
import type { Examples } from '../../src/locale/schema.ts'

/** In characters: a script is read by people. */
const LONGEST = 60

export function ruleWords(line: Line, locale: string, examples: Examples): readonly string[] {
  return Object.keys(line.locales[locale]?.resources.rules ?? {}).map((rule) => {
    const answered = (examples[`rule:${rule}`] ?? []).find(
      (words) => words.length <= LONGEST && find(line.finder, words, locale).heard?.rule === rule,
    )
    if (answered === undefined)
      throw new Error(`No example of "rule:${rule}" in ${locale} leads to its rule.`)
    return answered
  })
}
