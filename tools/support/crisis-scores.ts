/**
 * How well cries for help are heard that the line has not learnt from: every fifth sentence of `cries.json` is read by a
 * line that has learnt from the others, in turn (cross-validation).
 *
 * @example
 * scoreUnlearnt(await loadFiles(project), 'en') // { cries: 1227, first: 0.55, named: 0.92, … }
 */
import type { Files } from '../../src/authored/files.ts'
import { openLine } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { type Cries, criesSchema } from '../../src/locale/schema.ts'
import { cameFirst, share, understand, wasNamed } from './finder-scores.ts'

const PARTS = 5

/** `files` are sound: a line has been compiled from them. */
export function scoreUnlearnt(files: Files, locale: string) {
  const file = `locales/${locale}/cries.json`
  const sentences = criesSchema.parse(JSON.parse(files[file] as string))
  const read = Array.from({ length: PARTS }, (_, part) => {
    const isLeftOut = (_: string, index: number) => index % PARTS === part
    const learnt = pick(sentences, (each, index) => !isLeftOut(each, index))
    const compiled = lint({ ...files, [file]: JSON.stringify(learnt) }).line
    if (!compiled) throw new Error(`A line without a fifth of ${file} has errors`)
    const line = openLine(compiled)
    const { cries, ordinary } = pick(sentences, isLeftOut)
    const readAs = (expected: string) => (text: string) =>
      understand(line, { text, locale, expected: [expected] })
    return { cries: cries.map(readAs('crisis')), ordinary: ordinary.map(readAs('none')) }
  })
  const cries = read.flatMap((part) => part.cries)
  const ordinary = read.flatMap((part) => part.ordinary)
  return {
    /** Cries; of these, where the crisis answer comes first, and where the answer names the crisis line at all. */
    cries: cries.length,
    first: share(cries, cameFirst),
    named: share(cries, wasNamed),
    /** Ordinary sentences; of these the same: false alarms. */
    ordinary: ordinary.length,
    firstFalse: share(ordinary, cameFirst),
    namedFalse: share(ordinary, wasNamed),
    /** Cries whose answer does not name the crisis line, and ordinary sentences to which it comes first. */
    missed: cries.filter((each) => !wasNamed(each)).map(({ text }) => text),
    mistaken: ordinary.filter(cameFirst).map(({ text }) => text),
  }
}

function pick({ cries, ordinary }: Cries, isPicked: (sentence: string, index: number) => boolean): Cries {
  return { cries: cries.filter(isPicked), ordinary: ordinary.filter(isPicked) }
}
