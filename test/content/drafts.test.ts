/**
 * Languages that are written and in no line yet: each fits together with the source language, so that an operator who names it in
 * flows/line.yaml gets a line and no list of mistakes. Learning is tested elsewhere, so each label keeps one of its messages.
 */
import { expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { formatIssue } from '../../src/authored/issue.ts'
import type { Learn } from '../../src/finder/lexicon.ts'
import { editFiles } from '../support/edit-files.ts'
import { files, line, locales } from '../support/line.ts'
import { lintFrom } from '../support/lint-from.ts'

const FEW = 1
const LEARNT = /\/(examples|cries)\.json$/

const folders = new Set(Object.keys(files).flatMap((file) => /^locales\/([^/]+)\//.exec(file)?.[1] ?? []))
const drafts = [...folders].filter((locale) => !locales.includes(locale))

/** All of them are with the same source language, which is learnt once. */
const learnt = new Map<string, unknown>()
const learn: Learn = (what, data, train) => {
  const key = JSON.stringify([what, data])
  if (!learnt.has(key)) learnt.set(key, train())
  return learnt.get(key) as ReturnType<typeof train>
}

const few = withFewExamples(files)
const lint = lintFrom(few)

test.each(drafts)('%s has no errors, and no warnings but of encoding', (locale) => {
  const languages = [line.settings.source ?? '', locale]
  const { issues } = lint(editFiles(few, ['flows/line.yaml', ['locales'], languages]), '', learn)
  const own = issues.filter((issue) => issue.locale === locale || issue.file.startsWith(`locales/${locale}/`))
  expect(own.filter(({ code }) => code !== 'ucs2-letter').map(formatIssue)).toEqual([])
})

function withFewExamples(all: Files): Files {
  return Object.fromEntries(
    Object.entries(all).map(([file, text]) => [
      file,
      LEARNT.test(file) && typeof text === 'string' ? shorten(text) : text,
    ]),
  )
}

function shorten(text: string): string {
  const messages: Record<string, readonly string[]> = JSON.parse(text)
  return JSON.stringify(
    Object.fromEntries(Object.entries(messages).map(([label, some]) => [label, some.slice(0, FEW)])),
  )
}
